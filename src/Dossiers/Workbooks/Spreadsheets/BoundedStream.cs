using EmrSec.Dossiers.Files;

namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>A stream that is read no further than a bound, whatever the file says of its length.</summary>
internal sealed class BoundedStream(Stream inner, long most, Action<int> count) : PassingStream(inner)
{
    private long _read;

    protected override void Passed(ReadOnlySpan<byte> piece)
    {
        _read += piece.Length;
        count(piece.Length);
        if (_read > most)
        {
            throw XlsxPackage.Bomb();
        }
    }
}
