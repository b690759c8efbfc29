using System.CommandLine;
using System.Text.Json.Nodes;
using EmrSec.Assessor.Commands;
using EmrSec.Rules.Yaml;

namespace EmrSec.Assessor.Cases;

/// <summary>What a call says of a paper: the keys of <c>papers.&lt;kind&gt;</c> of a dossier, one by one or in a file.</summary>
internal sealed class PaperChoice
{
    public PaperChoice()
    {
        Result.AcceptOnlyFromAmong("fit", "unfit");
        Method.AcceptOnlyFromAmong("meeting", "written");
    }

    public Option<string?> Data { get; } = new("--data") { HelpName = "tệp", Description = "Tệp .yaml có các mục như papers.<loại> của hồ sơ (issuer, superior, to, copies, partners, partnerOpinions, otherOpinions, enforcers…)" };

    public Option<string?> Number { get; } = new("--number") { HelpName = "số", Description = "Số, ký hiệu văn bản" };

    public Option<string?> Date { get; } = CommonOptions.DayOption("--date", "Ngày ban hành văn bản (mặc định: ngày đã khai, không thì hôm nay)");

    public Option<string?> Place { get; } = new("--place") { HelpName = "địa danh", Description = "Địa danh ghi trước ngày" };

    public Option<string?> Signer { get; } = new("--signer") { HelpName = "tên", Description = "Họ tên người ký" };

    public Option<string[]> SignerTitles { get; } = new("--signer-title") { HelpName = "chức vụ", Description = "Chức vụ trên chữ ký; dùng nhiều lần được (KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC)" };

    public Option<string?> Result { get; } = new("--result") { HelpName = "fit|unfit", Description = "Kết luận thẩm định: fit (phù hợp), unfit (chưa phù hợp)" };

    public Option<string?> Method { get; } = new("--method") { HelpName = "meeting|written", Description = "Hình thức thẩm định: meeting (họp), written (bằng văn bản)" };

    public Option<string?> Opinion { get; } = new("--opinion") { HelpName = "lời", Description = "Ý kiến về sự phù hợp của cấp độ đề xuất" };

    public Option<string[]> Unfit { get; } = new("--unfit") { HelpName = "lời", Description = "Một nội dung chưa phù hợp; dùng nhiều lần được" };

    public IEnumerable<Symbol> Options => [Data, Number, Date, Place, Signer, SignerTitles, Result, Method, Opinion, Unfit];

    /// <summary>What is said, over what was known before.</summary>
    /// <param name="call">The call.</param>
    /// <param name="before">What was known.</param>
    /// <exception cref="RefusedException">The file cannot be read.</exception>
    public JsonObject Read(ParseResult call, JsonObject before)
    {
        var record = (JsonObject)before.DeepClone();
        if (call.GetValue(Data) is { } file)
        {
            foreach (var (key, value) in ReadFile(file))
            {
                record[key] = value?.DeepClone();
            }
        }

        Set(record, "number", call.GetValue(Number));
        Set(record, "date", call.GetValue(Date) is { } day ? Iso(CommonOptions.ParseDay(day)!.Value) : null);
        Set(record, "place", call.GetValue(Place));
        Set(record, "result", call.GetValue(Result));
        Set(record, "method", call.GetValue(Method));
        Set(record, "levelOpinion", call.GetValue(Opinion));
        SetLines(record, "unfit", call.GetValue(Unfit));
        if (call.GetValue(Result) is "fit" && call.GetValue(Unfit) is not { Length: > 0 })
        {
            // What an earlier opinion found unfit is not this one's.
            record.Remove("unfit");
        }

        if (call.GetValue(Signer) is not null || call.GetValue(SignerTitles) is { Length: > 0 })
        {
            var signer = record["signer"] as JsonObject is { } known ? (JsonObject)known.DeepClone() : [];
            Set(signer, "name", call.GetValue(Signer));
            SetLines(signer, "titles", call.GetValue(SignerTitles));
            record["signer"] = signer;
        }

        return record;
    }

    /// <summary>A day as dossiers write it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void Set(JsonObject record, string key, string? value)
    {
        if (value is not null)
        {
            record[key] = value.Trim().Normalize();
        }
    }

    private static void SetLines(JsonObject record, string key, string[]? lines)
    {
        if (lines is { Length: > 0 })
        {
            record[key] = new JsonArray([.. lines.Select(line => (JsonNode)line.Trim().Normalize())]);
        }
    }

    private static JsonObject ReadFile(string file)
    {
        var diagnostics = new DiagnosticBag();
        var text = TextFileReader.ReadFile(file, diagnostics);
        var tree = text is null ? null : YamlReader.Read(text, file, diagnostics);
        if (diagnostics.HasErrors || tree is not YamlMapping mapping)
        {
            throw new RefusedException("VD047", diagnostics.Items is [var first, ..] ? $"{first.Position}: {first.Message}" : $"«{file}» không phải các dòng «tên: giá trị»", "tệp ghi các mục như papers.<loại> của hồ sơ, mỗi mục một dòng");
        }

        return (JsonObject)JsonNode.Parse(CanonicalJson.Write(mapping))!;
    }
}
