using EmrSec.Reports.Exchange;

namespace EmrSec.Assessor.Exchange;

/// <summary>What goes into a package.</summary>
internal interface IExport
{
    /// <summary>Why there can be no package, in Vietnamese; null where there can.</summary>
    string? WhyNot { get; }

    /// <summary>Puts the files in.</summary>
    void Fill(ExchangeWriter writer);

    /// <summary>The manifest of the files that were put in.</summary>
    ExchangeManifest Describe(IReadOnlyList<ExchangeFile> files);
}
