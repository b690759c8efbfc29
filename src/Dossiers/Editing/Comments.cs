using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>Finds the comments of a file: what follows a hash outside every scalar.</summary>
internal static class Comments
{
    /// <summary>The comments, in order, without trailing blanks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">What it says.</param>
    public static List<string> Of(string text, YamlNode root)
    {
        var comments = new List<string>();
        var done = 0;

        // Where nothing is written the parser gives a place of its own choice.
        foreach (var scalar in Scalars(root).Where(scalar => scalar.Start < scalar.End))
        {
            Collect(text[done..scalar.Start], comments);
            if (text[scalar.Start] is '|' or '>')
            {
                // The line that opens a block scalar may end with a comment.
                Collect(text[scalar.Start..scalar.End].Split('\n')[0], comments);
            }

            done = scalar.End;
        }

        Collect(text[done..], comments);
        return comments;
    }

    private static void Collect(string between, List<string> comments)
    {
        foreach (var line in between.Split('\n'))
        {
            var hash = line.IndexOf('#', StringComparison.Ordinal);
            if (hash >= 0)
            {
                comments.Add(line[hash..].TrimEnd());
            }
        }
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value).Prepend(entry.Key)),
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        _ => [(YamlScalar)node],
    };
}
