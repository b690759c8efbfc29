using System.CommandLine;
using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Assessor.Signatures;

/// <summary>Which roots a call trusts: those named, else the user's own folder; the system's only where asked for.</summary>
internal sealed class TrustChoice
{
    /// <summary>Names a folder or file of roots for all calls.</summary>
    public const string Variable = "EMRSEC_TRUST";

    private readonly Option<string[]> _paths = new("--trust")
    {
        HelpName = "tệp|thư mục",
        Description = $"Chứng thư gốc được tin cậy (.pem, .crt, .cer, .der); dùng nhiều lần được (mặc định: biến {Variable}, rồi thư mục trust của người dùng)",
    };

    private readonly Option<bool> _system = new("--system-trust") { Description = "Tin cả các chứng thư gốc mà hệ điều hành tin" };

    /// <summary>Where a user keeps roots: never the folder one happens to stand in, where a package may bring its own.</summary>
    private static string? UserFolder => Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData) is { Length: > 0 } own ? Path.Combine(own, "emrsec", "trust") : null;

    public void AddTo(Command command)
    {
        command.Options.Add(_paths);
        command.Options.Add(_system);
    }

    /// <summary>Reads the roots; tells on standard error where there are none.</summary>
    /// <exception cref="EmrSec.Reports.Signing.SigningException">A path has no certificate.</exception>
    public TrustStore Read(ParseResult call, Screen screen)
    {
        IReadOnlyList<string> paths = call.GetValue(_paths) is { Length: > 0 } named ? named
            : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } known ? [known]
            : UserFolder is { } own && Directory.Exists(own) ? [own] : [];
        var trust = paths.Aggregate(TrustStore.Of(), (all, path) => all.With(TrustStore.Load(path)));
        trust = call.GetValue(_system) ? trust.With(TrustStore.System()) : trust;
        if (trust.Roots.Count == 0)
        {
            screen.Error.WriteLine($"lưu ý: chưa có chứng thư gốc nào được tin cậy; chỉ ra bằng --trust, biến {Variable}, hoặc đặt vào {UserFolder ?? "thư mục của người dùng"} (docs/ky-so.md)");
        }

        return trust;
    }
}
