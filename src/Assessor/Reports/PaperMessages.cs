using System.Globalization;
using EmrSec.Reports.Papers;

namespace EmrSec.Assessor.Reports;

/// <summary>Says what stops papers, everything at once and the same thing once a run.</summary>
/// <param name="screen">Where to.</param>
/// <param name="dossier">The dossier's file: what a paper lacks is filled in there, wherever the template asks for it.</param>
/// <param name="isDraft">Whether gaps are only marked.</param>
internal sealed class PaperMessages(Screen screen, string dossier, bool isDraft)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Reports what was found.</summary>
    /// <param name="made">The paper.</param>
    /// <returns>Whether there is a paper to write.</returns>
    public bool Report(MadePaper made)
    {
        foreach (var line in made.Diagnostics.Select(item => (item.Code is "MA010" ? item with { Position = SourcePosition.Whole(dossier) } : item).ToString()).Where(_told.Add))
        {
            screen.Error.WriteLine(line);
        }

        if (made.Document is not null)
        {
            return true;
        }

        var count = made.Missing.Select(item => (item.Name, item.Where)).Distinct().Count();
        var rest = isDraft || count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $": còn thiếu {count} mục nêu trên; điền rồi chạy lại, hoặc thêm --draft để in bản dự thảo");
        screen.Error.WriteLine($"lỗi: chưa lập được {made.Kind.Title} ({made.Kind.Id}){rest}");
        return false;
    }
}
