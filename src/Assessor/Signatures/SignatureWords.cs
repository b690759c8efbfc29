using System.Text;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Signatures;

/// <summary>The words of signatures: as standards and the JSON contract write them, and as people read them.</summary>
internal static class SignatureWords
{
    /// <summary>B-B, B-T, B-LT, B-LTA.</summary>
    public static string Label(this SignatureLevel level) => level switch
    {
        SignatureLevel.Basic => "B-B",
        SignatureLevel.Timestamped => "B-T",
        SignatureLevel.LongTerm => "B-LT",
        _ => "B-LTA",
    };

    /// <summary>The level of a label, in capitals or not; null where it is none.</summary>
    public static SignatureLevel? ParseLevel(string text) =>
        Enum.GetValues<SignatureLevel>().Where(level => string.Equals(level.Label(), text, StringComparison.OrdinalIgnoreCase)).Select(level => (SignatureLevel?)level).FirstOrDefault();

    public static string Contract(this Indication indication) => indication switch
    {
        Indication.Passed => "PASSED",
        Indication.Indeterminate => "INDETERMINATE",
        _ => "FAILED",
    };

    /// <summary>ETSI's own writing, such as HASH_FAILURE; null where it passed.</summary>
    public static string? Contract(this SubIndication reason) => reason == SubIndication.None ? null : Snake(reason.ToString());

    public static string? Contract(this SignatureProblem problem) => problem == SignatureProblem.None ? null : Camel(problem.ToString());

    public static string Contract(this TimeOrigin origin) => Camel(origin.ToString());

    public static string Text(this Indication indication) => indication switch
    {
        Indication.Passed => "HỢP LỆ",
        Indication.Indeterminate => "CHƯA KẾT LUẬN ĐƯỢC",
        _ => "KHÔNG HỢP LỆ",
    };

    public static Tone Tone(this Indication indication) => indication switch
    {
        Indication.Passed => Pages.Tone.Good,
        Indication.Indeterminate => Pages.Tone.Warn,
        _ => Pages.Tone.Bad,
    };

    public static string Text(this TimeOrigin origin) => origin switch
    {
        TimeOrigin.Claimed => "theo lời người ký, không có gì chứng minh",
        TimeOrigin.SignatureTimestamp => "theo dấu thời gian trên chữ ký",
        TimeOrigin.DocumentTimestamp => "theo dấu thời gian trên cả tệp",
        _ => "không ghi",
    };

    /// <summary>A verdict with its reason, such as «KHÔNG HỢP LỆ (FAILED, HASH_FAILURE)».</summary>
    public static string Text(this Verdict verdict) =>
        verdict.SubIndication.Contract() is { } reason ? $"{verdict.Indication.Text()} ({verdict.Indication.Contract()}, {reason})" : $"{verdict.Indication.Text()} ({verdict.Indication.Contract()})";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }
}
