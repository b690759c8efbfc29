namespace EmrSec.Dossiers.Workflow;

/// <summary>One reason why a step is refused.</summary>
/// <param name="Code">Stable code, such as <c>VD001</c>; explained in <c>docs/ma-loi.md</c>.</param>
/// <param name="Message">What stands against it, in Vietnamese.</param>
/// <param name="Help">What to do, in Vietnamese.</param>
/// <param name="Citation">Where the law says so; null where it is a matter of the file.</param>
public sealed record Refusal(string Code, string Message, string Help, string? Citation = null)
{
    /// <summary>One line: <c>lỗi VD001: message (citation); help</c>.</summary>
    public override string ToString() => $"lỗi {Code}: {Message}{(Citation is null ? "" : $" ({Citation})")}; {Help}";
}
