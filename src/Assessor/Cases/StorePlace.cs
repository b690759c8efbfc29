namespace EmrSec.Assessor.Cases;

/// <summary>Which store a call means: the one it names, else the one the environment names, else the user's own.</summary>
internal static class StorePlace
{
    /// <summary>Names a store for all calls.</summary>
    public const string Variable = "EMRSEC_STORE";

    public static string Of(string? named) =>
        named ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } known ? known : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), OperatingSystem.IsWindows() ? "EmrSec" : "emrsec", "emrsec.db"));
}
