using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates.Filling;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Yaml;

namespace EmrSec.Reports.Templates.Dialect;

/// <summary>Reads the front matter of a filled template: the YAML between two lines «---» at its beginning.</summary>
/// <param name="created">When the paper is made.</param>
/// <param name="diagnostics">Gets what is wrong.</param>
internal sealed class FrontMatterReader(DateTimeOffset created, DiagnosticBag diagnostics)
{
    internal static readonly string[] Keys =
    [
        "title", "subject", "author", "keywords", "form", "scale", "orientation", "superiorBody", "issuingBody", "number", "placeAndDate",
        "regarding", "kindLine", "abstract", "authority", "recipients", "distribution", "signers",
    ];

    /// <summary>The head of the paper; null after an error.</summary>
    /// <param name="yaml">The front matter.</param>
    /// <param name="file">The template's file.</param>
    public PaperHead? Read(string yaml, string file)
    {
        if (YamlObject.AsMapping(YamlReader.Read(yaml, file, diagnostics), "phần đầu của mẫu", diagnostics) is not { } mapping)
        {
            return null;
        }

        var head = new YamlObject(mapping, diagnostics, Keys);
        var title = head.Text("title", required: true);
        if (title is null)
        {
            return null;
        }

        return new PaperHead(
            Info(head, title),
            new DocumentStyle { Scale = head.Word("scale", ["small", "large"]) is "large" ? TypeScale.Large : TypeScale.Small },
            head.Word("orientation", ["portrait", "landscape"]) is "landscape" ? PageOrientation.Landscape : PageOrientation.Portrait,
            [.. Blocks(head)],
            Signatures(head));
    }

    private DocumentInfo Info(YamlObject head, string title) => new()
    {
        Title = PlainText(title),
        Subject = head.Text("subject") is { } subject ? PlainText(subject) : null,
        Author = (head.Text("author") ?? head.Text("issuingBody")) is { } author ? PlainText(author) : null,
        Keywords = [.. Lines(head, "keywords").Select(line => line.ToString()), .. head.Text("form") is { } form ? new[] { PlainText(form) } : []],
        Created = created,
    };

    private static IEnumerable<Block> Blocks(YamlObject head)
    {
        if (Rich(head, "issuingBody") is { } body)
        {
            yield return new Letterhead
            {
                SuperiorBody = Rich(head, "superiorBody"),
                IssuingBody = body,
                Number = Rich(head, "number"),
                PlaceAndDate = Rich(head, "placeAndDate"),
                Regarding = Rich(head, "regarding"),
            };
        }

        if (head.Text("kindLine") is { } kind)
        {
            yield return new TitleBlock(PlainText(kind), Rich(head, "abstract")) { Authority = Rich(head, "authority") };
        }

        if (Lines(head, "recipients") is { Count: > 0 } recipients)
        {
            yield return new Recipients(recipients);
        }
    }

    private SignatureBlock? Signatures(YamlObject head)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var signers = head.Mappings("signers").Select(mapping => Signer(new YamlObject(mapping, diagnostics, "titles", "name", "field", "seal", "label"), names)).OfType<Signer>().ToList();
        var distribution = Lines(head, "distribution");
        return signers.Count == 0 && distribution.Count == 0 ? null : new SignatureBlock(signers, distribution);
    }

    private Signer? Signer(YamlObject signer, HashSet<string> names)
    {
        var field = FieldName(signer, "field", names);
        var seal = FieldName(signer, "seal", names);
        if (field is null)
        {
            signer.Text("field", required: true);
            return null;
        }

        return new Signer(Lines(signer, "titles"), Rich(signer, "name"), field) { SealFieldName = seal, FieldLabel = signer.Text("label") is { } label ? PlainText(label) : null };
    }

    private string? FieldName(YamlObject signer, string key, HashSet<string> names)
    {
        if (signer.Text(key) is not { } written)
        {
            return null;
        }

        var name = ValueText.Decode(written);
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') || !names.Add(name))
        {
            diagnostics.Error("MA021", signer.At(key), $"«{name}» không đặt tên cho ô chữ ký được", "chỉ dùng chữ không dấu, chữ số, dấu «-»; mỗi ô một tên");
        }

        return name;
    }

    private static List<RichText> Lines(YamlObject from, string key) =>
        [.. from.Scalars(key).Where(scalar => !scalar.IsNull && scalar.Value.Length > 0).Select(scalar => RunCollector.Plain(scalar.Value))];

    private static RichText? Rich(YamlObject from, string key) => from.Text(key) is { Length: > 0 } text ? RunCollector.Plain(text) : null;

    private static string PlainText(string text) => RunCollector.Plain(text).ToString();
}
