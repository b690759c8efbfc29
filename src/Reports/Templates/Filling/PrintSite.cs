using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Templates.Filling;

/// <summary>A place in a template that asks for values.</summary>
/// <param name="Position">Where.</param>
/// <param name="Arguments">What it asks for, as written.</param>
internal sealed record PrintSite(SourcePosition Position, IReadOnlyList<string> Arguments);

/// <summary>A template whose expressions each carry the number of their site.</summary>
/// <param name="Source">The template as written.</param>
/// <param name="Text">What Handlebars compiles.</param>
/// <param name="Sites">The sites by number.</param>
internal sealed record ScannedTemplate(TemplateText Source, string Text, IReadOnlyList<PrintSite> Sites);
