using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Intake;

/// <summary>
/// Reads <c>dossier.yaml</c> (<c>emrsec.dossier/1</c>) whole: several errors come out of one run, and with an error there is no dossier.
/// Reading needs no clock and no other file.
/// </summary>
public sealed class DossierReader
{
    private readonly FactCatalogue _catalogue;

    /// <summary>Makes a reader.</summary>
    /// <param name="catalogue">The facts there are.</param>
    public DossierReader(FactCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; UTF-8, or UTF-16 with a byte-order mark.</param>
    /// <returns>The dossier or what is wrong; a file that cannot be read is a finding, not an exception.</returns>
    public DossierReadResult ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var diagnostics = new DiagnosticBag();
        return TextFileReader.ReadFile(path, diagnostics) is { } text
            ? Read(text, path, diagnostics)
            : new DossierReadResult(null, diagnostics);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; a byte-order mark in front is passed over.</param>
    /// <param name="file">The file's name, for messages and <see cref="Dossier.File"/>.</param>
    /// <returns>The dossier or what is wrong.</returns>
    public DossierReadResult ReadText(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        return Read(text.StartsWith('\ufeff') ? text[1..] : text, file, new DiagnosticBag());
    }

    /// <summary>Reads a dossier that was kept as canonical JSON; it goes through the same checks as one that a person wrote.</summary>
    /// <param name="json">The JSON, UTF-8.</param>
    /// <param name="file">Where it is from, for messages and <see cref="Dossier.File"/>.</param>
    /// <returns>The dossier or what is wrong.</returns>
    public DossierReadResult ReadCanonical(ReadOnlySpan<byte> json, string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var diagnostics = new DiagnosticBag();
        return Read(JsonTreeReader.Read(json, file, diagnostics), file, diagnostics);
    }

    private DossierReadResult Read(string text, string file, DiagnosticBag diagnostics) =>
        Read(YamlReader.Read(text, file, diagnostics), file, diagnostics);

    private DossierReadResult Read(YamlNode? root, string file, DiagnosticBag diagnostics)
    {
        var dossier = root is not null && IsDossier(root, diagnostics, out var mapping) ? Read(mapping, file, diagnostics) : null;
        diagnostics.OrderByPosition();
        return diagnostics.HasErrors || dossier is null
            ? new DossierReadResult(null, diagnostics)
            : new DossierReadResult(dossier, diagnostics, (YamlMapping)root!);
    }

    private static bool IsDossier(YamlNode root, DiagnosticBag diagnostics, out YamlMapping mapping)
    {
        mapping = root as YamlMapping ?? new YamlMapping(root.Position, root.Start, root.End, [], IsFlow: false);
        if (root is not YamlMapping)
        {
            diagnostics.Error("HS001", root.Position, "tệp này không phải hồ sơ", $"hồ sơ gồm các dòng «tên: giá trị», dòng đầu là «schema: {DossierSchema.Id}»");
            return false;
        }

        switch (mapping["schema"])
        {
            case YamlScalar { Value: DossierSchema.Id }:
                return true;
            case null or YamlScalar { IsNull: true }:
                // Read on: whoever forgot the line wants to know about the rest too.
                diagnostics.Error("HS002", mapping.Entry("schema")?.Key.Position ?? mapping.Position, "thiếu mục «schema»", $"thêm dòng đầu: schema: {DossierSchema.Id}");
                return true;
            case YamlScalar other:
                diagnostics.Error("HS002", other.Position, $"tệp theo lược đồ «{YamlText.Shorten(other.Value)}», không phải hồ sơ mà bản EmrSec này đọc được", $"lược đồ của hồ sơ là {DossierSchema.Id}");
                return false;
            case var node:
                diagnostics.Error("HS002", node.Position, "«schema» phải là một giá trị đơn", $"viết: schema: {DossierSchema.Id}");
                return false;
        }
    }

    private Dossier Read(YamlMapping root, string file, DiagnosticBag diagnostics)
    {
        var sections = new YamlObject(root, diagnostics, DossierSchema.Sections);
        var facts = new FactReader(_catalogue, diagnostics);
        var facility = facts.Read(sections.Mapping(DossierSchema.Facility), FactScope.Facility, []);
        var milestones = facts.Read(sections.Mapping(DossierSchema.Milestones), FactScope.Milestone, []);
        var parties = new PartyReader(diagnostics);
        var systemReader = new SystemReader(facts, diagnostics);
        var systems = systemReader.Read(sections);
        if (systems.Count == 0 && !diagnostics.HasErrors)
        {
            diagnostics.Warning("HS009", sections.At(DossierSchema.Systems), "hồ sơ chưa khai hệ thống nào", "khai ở mục «systems», mỗi hệ thống có id");
        }

        return new Dossier
        {
            File = file,
            FacilityCode = Text(facility, "facility.code"),
            FacilityName = FacilityName(facility, sections, diagnostics),
            Facility = facility,
            Milestones = milestones,
            Owner = parties.Body(sections, DossierSchema.Owner),
            Operator = parties.Body(sections, DossierSchema.Operator),
            SecurityUnit = parties.Body(sections, DossierSchema.SecurityUnit),
            Systems = systems,
            Documents = parties.Documents(sections),
            Processing = new ProcessingReader(diagnostics).Read(sections.Mapping(DossierSchema.Processing)),
            Papers = new PaperReader(diagnostics).Read(sections),
            Answers = new AnswerReader(systemReader.Ids, diagnostics).Read(sections.Mapping(DossierSchema.Answers)),
        };
    }

    private string? FacilityName(FactSet facility, YamlObject sections, DiagnosticBag diagnostics)
    {
        var name = Text(facility, "facility.name");
        if (string.Equals(name, DossierSchema.NamePlaceholder, StringComparison.Ordinal))
        {
            var written = (sections[DossierSchema.Facility] as YamlMapping)?["name"];
            diagnostics.Warning("HS008", written?.Position ?? default, "tên cơ sở còn là chữ mẫu", "sửa dòng «name» trong mục «facility»");
        }

        return name;
    }

    private string? Text(FactSet facts, string id) =>
        _catalogue.Find(id) is { } fact && facts.TryGet(fact, out var declared) ? declared.Value.Text : null;
}
