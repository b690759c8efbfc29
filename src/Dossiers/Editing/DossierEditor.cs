using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>
/// Writes one fact's answer into a dossier's text and leaves everything else as it stands: comments, order, indentation, line breaks.
/// The new text is read again; unless it says the same as before but for that fact, there is no new text.
/// </summary>
public sealed class DossierEditor
{
    private readonly FactCatalogue _catalogue;
    private readonly string _file;

    /// <summary>Makes an editor.</summary>
    /// <param name="catalogue">The facts there are.</param>
    /// <param name="file">The file's name, for messages.</param>
    public DossierEditor(FactCatalogue catalogue, string file = "dossier.yaml")
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(file);
        _catalogue = catalogue;
        _file = file;
    }

    /// <summary>Declares a fact, or changes what is declared.</summary>
    /// <param name="text">The dossier's text; it may hold errors of content, but must be readable as YAML.</param>
    /// <param name="address">The fact and, for a system fact, the system.</param>
    /// <param name="value">Its value, of the fact's type.</param>
    /// <returns>The new text, or why there is none: a value that the fact does not take, a system that is not there, a layout that cannot be edited safely.</returns>
    /// <exception cref="ArgumentException">The fact is not of this catalogue, or the address lacks its system.</exception>
    public EditResult Set(string text, FactAddress address, FactValue value)
    {
        Require(text, address);
        var diagnostics = new DiagnosticBag();
        return Take(address.Fact, value, diagnostics) is { } taken
            ? Edit(text, address, taken, diagnostics)
            : new EditResult(null, text, diagnostics);
    }

    /// <summary>Takes a fact's answer away: not declared. Its key stays, as a question to be answered.</summary>
    /// <param name="text">The dossier's text.</param>
    /// <param name="address">The fact and, for a system fact, the system.</param>
    /// <returns>The new text, or why there is none.</returns>
    /// <exception cref="ArgumentException">The fact is not of this catalogue, or the address lacks its system.</exception>
    public EditResult Clear(string text, FactAddress address)
    {
        Require(text, address);
        return Edit(text, address, null, new DiagnosticBag());
    }

    private void Require(string text, FactAddress address)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(address);
        if (_catalogue.Find(address.Fact.Id) != address.Fact)
        {
            throw new ArgumentException($"the fact {address.Fact.Id} is not of this catalogue", nameof(address));
        }

        if ((address.Fact.Scope == FactScope.System) != (address.SystemId is not null))
        {
            throw new ArgumentException("a system fact, and no other, needs the id of a system", nameof(address));
        }
    }

    private EditResult Edit(string text, FactAddress address, FactValue? value, DiagnosticBag diagnostics)
    {
        var mark = text.StartsWith('\ufeff') ? "\ufeff" : "";
        var body = text[mark.Length..];
        if (ReadRoot(body, diagnostics) is not { } root || new FactLocator(root, diagnostics).Find(address) is not { } place)
        {
            return new EditResult(null, text, diagnostics);
        }

        if (Declared(address.Fact, root, place) is var (isWritten, declared) && declared == value && (value is not null || !isWritten))
        {
            return new EditResult(text, text, diagnostics);
        }

        var edited = TextEdit.Apply(body, Plan(body, root, place, address.Fact, value));
        if (Holds(edited, (body, root), place, address.Fact, value))
        {
            return new EditResult(mark + edited, text, diagnostics);
        }

        diagnostics.Error("HS012", place.Position, $"không sửa được «{address.Fact.Path}» mà giữ nguyên phần còn lại của tệp", "tệp không bị thay đổi; sửa mục này bằng tay");
        return new EditResult(null, text, diagnostics);
    }

    private YamlMapping? ReadRoot(string body, DiagnosticBag diagnostics)
    {
        var root = YamlReader.Read(body, _file, diagnostics);
        if (root is not null and not YamlMapping)
        {
            diagnostics.Error("HS001", root.Position, "tệp này không phải hồ sơ", null);
        }

        // A key written twice was reported: which of the two is meant is not for the editor to say.
        return diagnostics.HasErrors ? null : root as YamlMapping;
    }

    private IEnumerable<TextEdit> Plan(string body, YamlMapping root, FactPlace place, FactDefinition fact, FactValue? value)
    {
        var layout = new SourceLayout(body);
        return (place.Entry, value) switch
        {
            ({ Value: not YamlScalar { IsNull: true } } entry, { } known) => new ValueEditor(layout).Replace(entry, fact, known),
            ({ } entry, null) => new ValueEditor(layout).Clear(entry),
            (_, { } known) => [new EntryWriter(layout, root, _catalogue).Write(place, FactYaml.Write(fact, known))],
            (null, null) => [],
        };
    }

    private bool Holds(string edited, (string Text, YamlNode Root) before, FactPlace place, FactDefinition fact, FactValue? value)
    {
        var diagnostics = new DiagnosticBag();
        if (YamlReader.Read(edited, _file, diagnostics) is not { } root || !EditCheck.DiffersOnlyAt(before, (edited, root), place.Path))
        {
            return false;
        }

        var node = EditCheck.At(root, place.Path);
        var read = node is null ? null : new FactReader(_catalogue, diagnostics).ReadValue(fact, node);
        return read == value && !diagnostics.HasErrors;
    }

    private (bool IsWritten, FactValue? Value) Declared(FactDefinition fact, YamlNode root, FactPlace place) =>
        EditCheck.At(root, place.Path) is { } node
            ? (true, new FactReader(_catalogue, new DiagnosticBag()).ReadValue(fact, node))
            : (false, null);

    // The value as it will be read back; null with an error where the fact does not take it.
    private FactValue? Take(FactDefinition fact, FactValue value, DiagnosticBag diagnostics)
    {
        if (fact.Type == FactType.Text && string.IsNullOrWhiteSpace(value.Text))
        {
            diagnostics.Error("HS013", SourcePosition.Whole(_file), $"«{fact.Label}» không được để trống", "chưa biết thì bỏ qua câu này");
            return null;
        }

        var findings = new DiagnosticBag();
        var line = YamlReader.Read($"{fact.Path}: {FactYaml.Write(fact, value)}", _file, findings);
        var taken = line is YamlMapping { Entries: [{ Value: var node }] } ? new FactReader(_catalogue, findings).ReadValue(fact, node) : null;
        foreach (var finding in findings.Items)
        {
            diagnostics.Add(finding with { Position = SourcePosition.Whole(_file) });
        }

        return diagnostics.HasErrors || fact.Type == FactType.Text || taken == value
            ? taken
            : throw new ArgumentException($"not a value of {fact.Id}", nameof(value));
    }
}
