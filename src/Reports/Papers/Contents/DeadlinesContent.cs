using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>The deadlines of one facility: obligations, periodic duties and clocks, the most pressing first.</summary>
internal sealed class DeadlinesContent : PaperContent
{
    public override void AddValues(TemplateValues values, PaperRequest request)
    {
        var deadlines = DeadlineValues.Of(request);
        values["report"] = ReportValues.Of("deadlines", request);
        values["rows"] = deadlines.Select(DeadlineValues.Row).ToArray();
        values["count"] = deadlines.Count;
        values["hasLine"] = DeadlineValues.Line(deadlines, request.Assessment.AsOf) is not null;
        values["counts"] = DeadlineValues.Counts(deadlines).Select(slice => new TemplateValues { ["name"] = slice.Name, ["value"] = slice.Value }).ToArray();
        values["later"] = request.Assessment.NotYetInForce.Select(directive => (object)directive.Header.Document.Cite).ToArray();
        values["calendar"] = request.Assessment.Procedure?.Procedure.Calendar is { } calendar ? $"{calendar.Id} {calendar.Version}" : new AbsentValue();
    }

    public override void Check(PaperGate gate, PaperRequest request)
    {
    }

    public override IReadOnlyDictionary<string, NamedFigure> Figures(PaperRequest request)
    {
        var deadlines = DeadlineValues.Of(request);
        var figures = new Dictionary<string, NamedFigure>(StringComparer.Ordinal);
        if (deadlines.Count > 0)
        {
            figures.Add("counts", DeadlineValues.Bars(DeadlineValues.Counts(deadlines)));
        }

        if (DeadlineValues.Line(deadlines, request.Assessment.AsOf) is { } line)
        {
            figures.Add("line", line);
        }

        return figures;
    }
}
