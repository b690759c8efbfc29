namespace EmrSec.Rules.Diagnostics;

/// <summary>A place in a file that somebody wrote. Lines and columns count from 1; 0 means the file as a whole.</summary>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 code units, from 1.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary>The file as a whole.</summary>
    /// <param name="file">The file's name.</param>
    public static SourcePosition Whole(string file) => new(file, 0, 0);

    /// <summary><c>file:line:column</c>, or the file alone where there is no line.</summary>
    public override string ToString() =>
        Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
