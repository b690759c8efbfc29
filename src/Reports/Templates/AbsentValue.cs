namespace EmrSec.Reports.Templates;

/// <summary>
/// A value that a template may ask for and that nobody has given. In a condition it counts as «not there»; printed, it stops the paper.
/// </summary>
/// <param name="Label">What the value is called in Vietnamese; null = the name the template uses.</param>
/// <param name="Where">Where to fill it in, in Vietnamese, such as «mục owner.name của hồ sơ»; null where not known.</param>
public sealed record AbsentValue(string? Label = null, string? Where = null);
