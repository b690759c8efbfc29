using EmrSec.Rules.Procedures;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Intake;

/// <summary>Reads what the authorities did with the dossier (<c>processing</c>): the days that legal clocks run from, and their pauses.</summary>
internal sealed class ProcessingReader(DiagnosticBag diagnostics)
{
    public ProcessingRecord? Read(YamlMapping? mapping)
    {
        if (mapping is null)
        {
            return null;
        }

        var node = new YamlObject(mapping, diagnostics, DossierSchema.ProcessingKeys);
        var supplements = new List<Supplement>();
        foreach (var each in node.Mappings("supplements"))
        {
            if (ReadSupplement(each, supplements) is { } supplement)
            {
                supplements.Add(supplement);
            }
        }

        return new ProcessingRecord(node.Date("received"), node.Date("complete"), supplements, node.Date("appraised"), node.Date("approvalFileReceived"));
    }

    private Supplement? ReadSupplement(YamlMapping mapping, List<Supplement> before)
    {
        var node = new YamlObject(mapping, diagnostics, DossierSchema.SupplementKeys);
        var requested = node.Date("requested", required: true);
        var answered = node.Date("answered");
        if (requested is not { } day)
        {
            return null;
        }

        if (answered is { } later && later < day)
        {
            diagnostics.Error("HS030", node.At("answered"), $"ngày trả lời bổ sung {FactText.Date(later)} trước ngày yêu cầu {FactText.Date(day)}", "sửa lại một trong hai ngày");
            return null;
        }

        if (before.Count > 0 && (before[^1].Answered is not { } last || day < last))
        {
            diagnostics.Error("HS031", node.At("requested"), "yêu cầu bổ sung này bắt đầu khi yêu cầu trước chưa được trả lời", "ghi các lần theo thứ tự thời gian, lần trước phải có answered");
            return null;
        }

        return new Supplement(day, answered);
    }
}
