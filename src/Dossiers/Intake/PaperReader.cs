using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Intake;

/// <summary>Reads what the issuing bodies say of the official papers (<c>papers</c>): number, day, recipients, signer.</summary>
internal sealed class PaperReader(DiagnosticBag diagnostics)
{
    public List<PaperRecord> Read(YamlObject sections)
    {
        var records = new List<PaperRecord>();
        if (sections.Mapping(DossierSchema.Papers) is not { } mapping)
        {
            return records;
        }

        var papers = new YamlObject(mapping, diagnostics, PaperRecord.Kinds);
        foreach (var (key, _) in mapping.Entries)
        {
            if (PaperRecord.Kinds.Contains(key.Value, StringComparer.Ordinal) && papers.Mapping(key.Value) is { } paper)
            {
                records.Add(Record(key, new YamlObject(paper, diagnostics, DossierSchema.PaperKeys)));
            }
        }

        return records;
    }

    private PaperRecord Record(YamlScalar key, YamlObject node)
    {
        var signer = Signer(node, "signer");
        var operatorSigner = Signer(node, "operatorSigner");
        return new PaperRecord(key.Value, key.Position)
        {
            Number = node.Words("number"),
            Date = node.Date("date"),
            Place = node.Words("place"),
            Issuer = node.Words("issuer"),
            Superior = node.Words("superior"),
            Authority = node.Words("authority"),
            To = Lines(node, "to"),
            Copies = Lines(node, "copies"),
            SignerTitles = signer is null ? [] : Lines(signer, "titles"),
            SignerName = signer?.Words("name"),
            OperatorSignerTitles = operatorSigner is null ? [] : Lines(operatorSigner, "titles"),
            OperatorSignerName = operatorSigner?.Words("name"),
            Grounds = Lines(node, "grounds"),
            Partners = Lines(node, "partners"),
            Method = Word(node, "method", DossierSchema.MethodWords) is var method and >= 0 ? (AppraisalMethod)method : null,
            PartnerOpinions = Lines(node, "partnerOpinions"),
            LevelOpinion = node.Words("levelOpinion"),
            OtherOpinions = Lines(node, "otherOpinions"),
            Result = Word(node, "result", DossierSchema.ResultWords) is var result and >= 0 ? (AppraisalResult)result : null,
            Unfit = Lines(node, "unfit"),
            Enforcers = Lines(node, "enforcers"),
            ExpectedApproval = node.Date("expectedApproval"),
            ExpectedDeployment = node.Date("expectedDeployment"),
        };
    }

    private YamlObject? Signer(YamlObject node, string key) =>
        node.Mapping(key) is { } mapping ? new YamlObject(mapping, diagnostics, DossierSchema.SignerKeys) : null;

    private static int Word(YamlObject node, string key, string[] words) =>
        node.Word(key, words) is { } word ? Array.IndexOf(words, word) : -1;

    private static List<string> Lines(YamlObject node, string key) =>
        [.. node.Scalars(key).Select(item => item.Value).Where(line => !string.IsNullOrWhiteSpace(line))];
}
