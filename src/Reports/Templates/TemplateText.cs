namespace EmrSec.Reports.Templates;

/// <summary>A template as it was written.</summary>
/// <param name="File">The file's name, for findings about it.</param>
/// <param name="Text">Its text, in NFC, lines ended by line feeds.</param>
public sealed record TemplateText(string File, string Text);
