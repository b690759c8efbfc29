namespace EmrSec.Reports.Signing.Reading;

/// <summary>A place in a source from which bytes are read one after the other.</summary>
internal sealed class ByteCursor(ByteSource source)
{
    private byte[] _window = [];
    private byte[]? _scratch;
    private long _start;
    private int _origin;
    private int _index;
    private int _end;

    /// <summary>Where the next byte is.</summary>
    public long Position => _start + (_index - _origin);

    /// <summary>How many bytes the source has.</summary>
    public long Length => source.Length;

    /// <summary>Goes to a place.</summary>
    /// <param name="offset">The place; beyond the end there is nothing to read.</param>
    public void Seek(long offset)
    {
        if (offset < 0)
        {
            throw new PdfFormatException("Vị trí âm", offset);
        }

        if (offset >= _start && offset <= _start + (_end - _origin))
        {
            _index = _origin + (int)(offset - _start);
            return;
        }

        (_start, _origin, _index, _end) = (offset, 0, 0, 0);
    }

    /// <summary>The next byte without taking it; -1 at the end.</summary>
    public int Peek() => _index < _end || Fill() ? _window[_index] : -1;

    /// <summary>Takes the next byte; -1 at the end.</summary>
    public int Read() => _index < _end || Fill() ? _window[_index++] : -1;

    private bool Fill()
    {
        var position = Position;
        if (position >= source.Length)
        {
            return false;
        }

        var segment = source.Window(position, ref _scratch, out _start);
        _window = segment.Array!;
        _origin = segment.Offset;
        _end = segment.Offset + segment.Count;
        _index = _origin + (int)(position - _start);
        return true;
    }
}
