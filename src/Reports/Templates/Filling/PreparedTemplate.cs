using HandlebarsDotNet;

namespace EmrSec.Reports.Templates.Filling;

/// <summary>A template compiled by Handlebars on first use; filling changes nothing in it.</summary>
/// <param name="scanned">The template, its expressions checked.</param>
internal sealed class PreparedTemplate(ScannedTemplate scanned)
{
    private readonly Lazy<HandlebarsTemplate<object, object>> _compiled = new(() => Compile(scanned.Text));

    /// <summary>The template as written.</summary>
    public TemplateText Source => scanned.Source;

    /// <summary>The places that ask for values, by number.</summary>
    public IReadOnlyList<PrintSite> Sites => scanned.Sites;

    /// <summary>Compiles the template now, for whoever will fill it soon.</summary>
    public void Compile() => _ = _compiled.Value;

    /// <summary>The filled text; null where filling could not be finished.</summary>
    /// <param name="values">The values.</param>
    /// <param name="state">Gets what is missing or wrong.</param>
    public string? Fill(TemplateValues values, FillState state)
    {
        using (state.Enter())
        {
            return _compiled.Value(values.Raw);
        }
    }

    private static HandlebarsTemplate<object, object> Compile(string text)
    {
        // No escaping here: values are made inert by ValueText.
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, FormatProvider = CultureInfo.InvariantCulture });
        TemplateHelpers.Register(handlebars);
        return handlebars.Compile(text);
    }
}
