using System.Text;
using System.Text.Json;
using EmrSec.Assessor.Json;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Reports.Sheets;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Reassessments;

/// <summary>Which stored dossiers are to be looked at under changed packs, and what to make of it.</summary>
internal sealed record ImpactCall(DateOnly AsOf, ReassessmentScope Scope, string Store, string? File, bool IsJson);

/// <summary>Tells somebody at the keyboard what changed packs would change.</summary>
internal sealed class ImpactRun(ImpactCall call, RulePackSet now, RulePackSet next, Screen screen, TimeProvider clock)
{
    public int Run()
    {
        try
        {
            RulesImpact impact;
            using (var line = new WorkLine(screen, "Đang xét theo hai bộ luật"))
            {
                var options = new ReassessmentOptions(call.AsOf, call.Scope, new Actor("rules-impact", ActorRole.Auditor));
                impact = RulesImpact.Of(() => DossierStores.Open(call.Store, clock), now, next, options, line.Show);
            }

            if (call.File is { } file && !Write(impact, file))
            {
                return ExitCodes.WrongInput;
            }

            if (call.IsJson)
            {
                screen.Out.WriteLine(Json(impact));
            }
            else
            {
                screen.Show(Page(impact));
            }

            return ExitCodes.Done;
        }
        catch (StoreException e)
        {
            screen.Error.WriteLine(e.Line);
            return ExitCodes.WrongInput;
        }
    }

    private static string Name(ImpactKind kind) => kind switch
    {
        ImpactKind.Level => "Cấp độ",
        ImpactKind.Law => "Luật được xét theo",
        ImpactKind.Requirements => "Yêu cầu",
        ImpactKind.Deadline => "Thời hạn",
        _ => "Đọc hồ sơ",
    };

    private static string Word(ImpactKind kind) => kind switch
    {
        ImpactKind.Level => "level",
        ImpactKind.Law => "law",
        ImpactKind.Requirements => "requirements",
        ImpactKind.Deadline => "deadline",
        _ => "readable",
    };

    private Page Page(RulesImpact impact)
    {
        var page = new Page().Head(1, $"BỘ LUẬT MỚI THAY ĐỔI NHỮNG HỒ SƠ NÀO, ngày {FactText.Date(impact.AsOf)}");
        page.Item(0, "Phạm vi: ", $"{ReassessmentPage.Scope(now, call.Scope.Name)}; {ReassessmentPage.Number(impact.Looked)} hồ sơ đang có hiệu lực");
        if (impact.Packs.Count == 0)
        {
            page.Line("Hai bộ luật như nhau: không gói nào khác.");
        }

        foreach (var pack in impact.Packs)
        {
            page.Item(0, "– ", ReasonWords.Pack(pack));
        }

        page.Item(0, "Thay đổi: ", new Span($"{ReassessmentPage.Number(impact.Facilities.Count)} hồ sơ", impact.Facilities.Count == 0 ? Tone.Good : Tone.Warn));
        page.Blank();
        foreach (var kind in impact.Groups.GroupBy(group => group.Kind))
        {
            page.Head(2, Name(kind.Key));
            foreach (var group in kind)
            {
                page.Item(0, "", new Span(group.What, Tone.Strong), $": {ReassessmentPage.Number(group.Facilities)} hồ sơ");
                foreach (var example in group.Examples)
                {
                    page.Item(1, $"{example.Case} {example.Name}: ", example.Reasons.Count == 0 ? "hồ sơ không đọc được theo một trong hai bộ luật" : string.Join("; ", example.Reasons));
                }
            }

            page.Blank();
        }

        return page;
    }

    private string Json(RulesImpact impact)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ReassessmentJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "emrsec.impact/1");
            json.WriteString("asOf", ReassessmentJson.Iso(impact.AsOf));
            json.WriteString("scope", call.Scope.Name);
            json.WriteNumber("dossiers", impact.Looked);
            json.WriteNumber("changed", impact.Facilities.Count);
            json.WriteList("packs", impact.Packs, pack =>
            {
                json.WriteString("id", pack.Id);
                json.WriteString("before", pack.Before?.Version);
                json.WriteString("now", pack.Now?.Version);
            });
            json.WriteList("groups", impact.Groups, group =>
            {
                json.WriteString("kind", Word(group.Kind));
                json.WriteString("what", group.What);
                json.WriteNumber("dossiers", group.Facilities);
                json.WriteList("examples", group.Examples, example =>
                {
                    json.WriteString("case", example.Case.ToString());
                    json.WriteString("name", example.Name);
                    json.WriteStartArray("reasons");
                    foreach (var reason in example.Reasons)
                    {
                        json.WriteStringValue(reason);
                    }

                    json.WriteEndArray();
                });
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private bool Write(RulesImpact impact, string file)
    {
        var table = new SheetTable(
            "Thay đổi",
            ["Số hồ sơ", "Mã cơ sở", "Tên cơ sở", "Tỉnh, thành phố", "Loại", "Thay đổi", "Hệ thống"],
            impact.Facilities.SelectMany(facility => facility.Items, (facility, item) => (IReadOnlyList<SheetCell>)
                [facility.Case.ToString(), facility.Case.FacilityCode, facility.Name, NewsWords.Province(now, facility.Province ?? ""), Name(item.Kind), item.What, item.SystemId]));
        var diagnostics = new DiagnosticBag();
        var isWritten = AtomicFile.Write(file, stream => Write(table, file, stream), diagnostics);
        screen.Report(diagnostics);
        return isWritten;
    }

    private static void Write(SheetTable table, string file, Stream stream)
    {
        if (file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            XlsxFile.Write([table], stream);
        }
        else
        {
            CsvFile.Write(table, stream);
        }
    }
}
