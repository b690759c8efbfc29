using System.Globalization;
using EmrSec.Reports.Papers;

namespace EmrSec.Assessor.Reports;

/// <summary>Says what stops a paper, everything at once.</summary>
internal static class PaperMessages
{
    /// <summary>Reports what was found.</summary>
    /// <param name="made">The paper.</param>
    /// <param name="isDraft">Whether gaps are only marked.</param>
    /// <param name="screen">Where to.</param>
    /// <returns>Whether there is a paper to write.</returns>
    public static bool Report(MadePaper made, bool isDraft, Screen screen)
    {
        foreach (var line in made.Diagnostics.Select(item => item.ToString()).Distinct(StringComparer.Ordinal))
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
