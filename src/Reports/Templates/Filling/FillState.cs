using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Templates.Filling;

/// <summary>What happens while one template is filled: what is missing, what is wrong, and where.</summary>
internal sealed class FillState(PreparedTemplate template, TemplateValues values, bool isDraft, DiagnosticBag diagnostics)
{
    // Helpers are static functions of Handlebars; filling is synchronous, so the thread leads them to their state.
    [ThreadStatic]
    private static FillState? t_current;

    private readonly List<MissingValue> _missing = [];
    private readonly HashSet<(string Name, SourcePosition Position, string? Where)> _seen = [];
    private readonly HashSet<(string Code, SourcePosition Position)> _reported = [];
    private readonly Dictionary<int, Gap> _missingLists = [];

    /// <summary>The state of the template being filled on this thread.</summary>
    public static FillState Current => t_current ?? throw new InvalidOperationException("No template is being filled.");

    /// <summary>The values missing, in the order met.</summary>
    public IReadOnlyList<MissingValue> Missing => _missing;

    /// <summary>Whether something other than missing values is wrong.</summary>
    public bool HasTemplateErrors { get; private set; }

    /// <summary>Makes this the state of the thread until disposed.</summary>
    public IDisposable Enter()
    {
        var before = t_current;
        t_current = this;
        return new Leave(before);
    }

    /// <summary>Notes a missing value.</summary>
    /// <param name="site">The number of the site that asks for it.</param>
    /// <param name="argument">Which of the site's arguments it is.</param>
    /// <param name="value">What was given instead of it.</param>
    public Gap NoteMissing(int site, int argument, AbsentValue value)
    {
        var name = template.Sites[site].Arguments[argument];
        var position = template.Sites[site].Position;
        var label = value.Label ?? name;
        if (_seen.Add((name, position, value.Where)))
        {
            _missing.Add(new MissingValue(name, label, value.Where, position));
            var severity = isDraft ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
            var what = value.Label is null ? $"chưa có giá trị cho «{name}»" : $"chưa có giá trị cho «{name}» ({label})";
            diagnostics.Add(new Diagnostic("MA010", severity, position, what, value.Where is null ? "điền giá trị này vào hồ sơ" : "điền ở " + value.Where));
        }

        return new Gap(label);
    }

    /// <summary>Notes that a list is missing, for the mark that stands in its place.</summary>
    /// <param name="site">The list's site.</param>
    /// <param name="gap">The mark.</param>
    public void MissList(int site, Gap gap) => _missingLists[site] = gap;

    /// <summary>The mark of a missing list; null where the list is there.</summary>
    /// <param name="site">The list's site.</param>
    public Gap? MissingList(int site) => _missingLists.GetValueOrDefault(site);

    /// <summary>Notes a name nobody has given.</summary>
    /// <param name="site">The site.</param>
    /// <param name="argument">Which of its arguments it is.</param>
    public void NoteUnknown(int site, int argument)
    {
        var name = template.Sites[site].Arguments[argument];
        var last = name[(name.LastIndexOfAny(['.', '/']) + 1)..];
        var help = NearestName.Find(last, KnownNames(values.Raw)) is { } near && !near.Equals(last, StringComparison.Ordinal)
            ? $"có phải ý anh/chị là «{near}»?"
            : "mẫu này không có giá trị ấy: sửa tên, hoặc xoá chỗ này khỏi mẫu";
        Error("MA011", site, $"không có giá trị nào tên «{name}»", help);
    }

    /// <summary>Notes an error of a site, once.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="site">The site.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="help">What to do.</param>
    public void Error(string code, int site, string message, string help)
    {
        HasTemplateErrors = true;
        if (_reported.Add((code, template.Sites[site].Position)))
        {
            diagnostics.Error(code, template.Sites[site].Position, message, help);
        }
    }

    /// <summary>An argument as its site writes it.</summary>
    /// <param name="site">The site.</param>
    /// <param name="argument">Which argument.</param>
    public string Written(int site, int argument) => template.Sites[site].Arguments[argument];

    private static IEnumerable<string> KnownNames(IReadOnlyDictionary<string, object> at) => at.SelectMany(pair => pair.Value switch
    {
        AbsentNode => [pair.Key],
        IReadOnlyDictionary<string, object> inner => KnownNames(inner).Append(pair.Key),
        object[] items when items.FirstOrDefault() is IReadOnlyDictionary<string, object> item => KnownNames(item).Append(pair.Key),
        _ => [pair.Key],
    });

    private sealed class Leave(FillState? before) : IDisposable
    {
        public void Dispose() => t_current = before;
    }
}

/// <summary>Stands where a value is missing, its absence noted already.</summary>
/// <param name="Label">What is missing.</param>
internal sealed record Gap(string Label);
