using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Intake;

/// <summary>Reads the bodies that answer for the systems, and the papers of the dossier.</summary>
internal sealed class PartyReader(DiagnosticBag diagnostics)
{
    public ResponsibleBody? Body(YamlObject sections, string key)
    {
        if (sections.Mapping(key) is not { } mapping)
        {
            return null;
        }

        var fields = new YamlObject(mapping, diagnostics, DossierSchema.BodyKeys);
        var body = new ResponsibleBody
        {
            Name = fields.Words("name"),
            FunctionsDocument = fields.Words("functionsDocument"),
            Representative = fields.Words("representative"),
            Title = fields.Words("title"),
            Address = fields.Words("address"),
            Phone = fields.Words("phone"),
            Email = fields.Words("email"),
        };
        return body == new ResponsibleBody() ? null : body with { Position = mapping.Position };
    }

    public List<DossierDocument> Documents(YamlObject sections)
    {
        var documents = new List<DossierDocument>();
        if (sections.Mapping(DossierSchema.Documents) is not { } mapping)
        {
            return documents;
        }

        var papers = new YamlObject(mapping, diagnostics, DossierDocument.Keys);
        foreach (var (key, _) in mapping.Entries)
        {
            if (DossierDocument.Keys.Contains(key.Value, StringComparer.Ordinal)
                && papers.Mapping(key.Value) is { } paper
                && Document(key, new YamlObject(paper, diagnostics, DossierSchema.DocumentKeys)) is { } document)
            {
                documents.Add(document);
            }
        }

        return documents;
    }

    private static DossierDocument? Document(YamlScalar key, YamlObject fields)
    {
        var empty = new DossierDocument(key.Value, key.Position);
        var document = empty with
        {
            File = fields.Words("file"),
            Issued = fields.Date("issued"),
            ApprovedBy = fields.Words("approvedBy"),
            IssuedBy = fields.Words("issuedBy"),
            Number = fields.Words("number"),
        };
        return document == empty ? null : document;
    }
}
