using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Tests.Outside;

/// <summary>The words that a document says, found by reflection: whatever the model comes to hold is found too.</summary>
internal static partial class ModelText
{
    private static readonly HashSet<string> Unseen =
        [nameof(Run.Link), nameof(Heading.Id), nameof(Signer.FieldName), nameof(Signer.SealFieldName), nameof(Signer.FieldLabel), nameof(Figure.AlternativeText)];

    /// <summary>The words of a document's sections that the text lacks, letters' case aside.</summary>
    public static IReadOnlyList<string> Missing(Document document, string text)
    {
        var there = Words(text).CountBy(word => word).ToDictionary();
        var asked = Texts(document.Sections).SelectMany(Words).CountBy(word => word);
        return [.. asked.Where(word => there.GetValueOrDefault(word.Key) < word.Value).Select(word => $"{word.Key}: {there.GetValueOrDefault(word.Key)} of {word.Value}").Order(StringComparer.Ordinal)];
    }

    /// <summary>The words of a text in capitals, in NFC.</summary>
    public static IEnumerable<string> Words(string text) => Word().Matches(text.Normalize(NormalizationForm.FormC).ToUpperInvariant()).Select(match => match.Value);

    /// <summary>Every text-carrying member: who has it, its name, what it says.</summary>
    public static IEnumerable<(Type Owner, string Member, string Text)> Members(object value)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            var content = property.GetValue(value);
            var found = content switch
            {
                string text => [(value.GetType(), property.Name, text)],
                RichText text => [(value.GetType(), property.Name, text.ToString())],
                IEnumerable items => items.Cast<object?>().OfType<object>().SelectMany(item => item switch
                {
                    string text => [(value.GetType(), property.Name, text)],
                    RichText text => [(value.GetType(), property.Name, text.ToString())],
                    IEnumerable inner => inner.Cast<object?>().OfType<object>().SelectMany(Members),
                    _ => Members(item),
                }),
                not null when property.PropertyType.Assembly == typeof(Document).Assembly && !property.PropertyType.IsEnum => Members(content),
                _ => [],
            };
            foreach (var member in found)
            {
                yield return member;
            }
        }
    }

    private static IEnumerable<string> Texts(IReadOnlyList<Section> sections) => sections.SelectMany(Members)
        .Where(member => !Unseen.Contains(member.Member) && member.Owner != typeof(QrCode))
        .Select(member => member.Text);

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
