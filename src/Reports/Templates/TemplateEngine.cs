using System.Collections.Concurrent;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates.Dialect;
using EmrSec.Reports.Templates.Filling;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Templates;

/// <summary>
/// Makes papers from templates: <c>template → filled Markdown → document</c>. The dialect is described in
/// <c>docs/mau-van-ban.md</c>. Safe to use from several threads; a template is prepared once.
/// </summary>
/// <param name="source">Where the templates come from.</param>
public sealed class TemplateEngine(TemplateSource source)
{
    private readonly ConcurrentDictionary<string, PreparedTemplate> _prepared = new(StringComparer.Ordinal);

    /// <summary>An engine over the templates built in.</summary>
    public TemplateEngine()
        : this(TemplateSource.BuiltIn)
    {
    }

    /// <summary>Fills a template.</summary>
    /// <param name="kind">The template's name, such as <c>decision</c>.</param>
    /// <param name="values">The values; text in them is only ever text.</param>
    /// <param name="options">How to fill.</param>
    /// <returns>The document, or what is wrong and all that is missing.</returns>
    public FilledTemplate Fill(string kind, TemplateValues values, FillOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        var diagnostics = new DiagnosticBag();
        if (Prepare(kind, diagnostics) is not { } template)
        {
            return new FilledTemplate(null, [], diagnostics.Items);
        }

        var state = new FillState(template, values, options.IsDraft, diagnostics);
        var markdown = template.Fill(values, state);
        Document? document = null;
        if (markdown is not null && !state.HasTemplateErrors)
        {
            document = new TemplateReader(template, options, diagnostics).Read(markdown);
        }

        return new FilledTemplate(diagnostics.HasErrors ? null : document, state.Missing, diagnostics.Items);
    }

    /// <summary>
    /// Begins to prepare a template on another thread while its values are still being found: half of a cold start's work for one
    /// paper. What is wrong with the template is told when it is filled.
    /// </summary>
    /// <param name="kind">The template's name.</param>
    public void Begin(string kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        new Thread(() =>
        {
            try
            {
                Prepare(kind, new DiagnosticBag())?.Compile();
            }
#pragma warning disable CA1031 // Whoever fills the template meets the same exception, on a thread that can report it.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        })
        {
            IsBackground = true,
        }.Start();
    }

    private PreparedTemplate? Prepare(string kind, DiagnosticBag diagnostics)
    {
        if (_prepared.TryGetValue(kind, out var known))
        {
            return known;
        }

        var text = source.Find(kind, diagnostics);
        var scanned = text is null ? null : new TemplateScanner(source, diagnostics).Scan(text);
        return scanned is null || diagnostics.HasErrors ? null : _prepared.GetOrAdd(kind, new PreparedTemplate(scanned));
    }
}
