using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Wording;

namespace EmrSec.Rules.Completeness;

/// <summary>The level proposed against the law's, and the zones drawn against those of the level.</summary>
internal sealed class LevelConsistency(CompletenessInput input, ConsistencyFindings findings)
{
    public void Run()
    {
        for (var i = 0; i < input.Systems.Count; i++)
        {
            Proposed(input.Systems[i], input.Sheet.Systems[i]);
            Zones(i);
        }
    }

    private void Proposed(LevelResult system, SystemSheet sheet)
    {
        if (system.System.ProposedLevel is not { } proposed)
        {
            return;
        }

        if (proposed < system.AtLeast)
        {
            var ground = system.Grounds.Count > 0 ? $" ({system.Grounds[0].Criterion.Citation})" : "";
            findings.Add(
                ConsistencyChecks.LevelBelow,
                system,
                ConsistencySeverity.Error,
                $"đề xuất cấp độ {proposed}, luật xác định {(system.Value is null ? "ít nhất " : "")}cấp độ {system.AtLeast}{ground}",
                sheet.Form.Position,
                "kiểm tra các dữ kiện đã khai; đúng thì sửa proposedLevel, thuyết minh cấp độ và phương án cho khớp");
        }
        else if (proposed > system.AtMost)
        {
            findings.Add(
                ConsistencyChecks.LevelAbove,
                system,
                ConsistencySeverity.Note,
                $"đề xuất cấp độ {proposed}, cao hơn cấp độ {system.AtMost} mà luật xác định",
                sheet.Form.Position,
                "thuyết minh lý do đề xuất cao hơn, hoặc sửa proposedLevel");
        }
    }

    /// <summary>Where zones are drawn, each zone that a level asks for must be among them. Nothing drawn at all is a missing content.</summary>
    private void Zones(int index)
    {
        var zones = ListContents.Items("systems[].zones", input.Sheet.Systems[index]);
        if (zones.Count == 0 || input.Requirements.Count == 0 || input.RequirementLaw is not { } law || zones.Exists(zone => zone["kind"] is null))
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var levels = input.Requirements[index].Levels;
        foreach (var level in levels)
        {
            foreach (var finding in level.Findings)
            {
                foreach (var zone in finding.Applies == Truth.False ? [] : finding.At.Zones)
                {
                    if (!zones.Exists(drawn => string.Equals(drawn["kind"], zone, StringComparison.Ordinal)) && seen.Add(zone))
                    {
                        Missing(index, zones, finding, zone, law.Cite(finding.At), level.Level > levels[0].Level);
                    }
                }
            }
        }
    }

    private void Missing(int index, List<SheetPart> zones, RequirementFinding finding, string zone, string citation, bool onlyIfHigher)
    {
        var open = finding.Applies == Truth.Unknown;
        var condition = open ? ", nếu hệ thống có mạng không dây" : onlyIfHigher ? $", nếu là cấp độ {finding.At.Level}" : "";
        findings.Add(
            ConsistencyChecks.ZoneMissing,
            input.Systems[index],
            open || onlyIfHigher ? ConsistencySeverity.Note : ConsistencySeverity.Error,
            $"thiếu {(finding.Requirement.Zone is null ? ZoneWords.Name(zone) : LevelWords.Lower(finding.Requirement.Title))} (kind: {zone}){condition}",
            zones[0].Position,
            open ? "khai wireless: true hoặc false" : $"thêm vùng ấy vào zones; đã có mà chưa vẽ thì khai, chưa có thì đưa vào phương án thiết kế",
            citation);
    }
}
