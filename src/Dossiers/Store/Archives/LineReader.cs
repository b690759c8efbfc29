namespace EmrSec.Dossiers.Store.Archives;

/// <summary>Reads lines as bytes; one that does not end is refused before it fills the memory.</summary>
/// <param name="stream">Where from.</param>
/// <param name="longest">The most bytes of a line.</param>
internal sealed class LineReader(Stream stream, int longest)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next line without its end; null after the last. It stands until the next is read.</summary>
    /// <exception cref="InvalidDataException">It is too long, or the last one has no end.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        for (var looked = _start; ;)
        {
            var found = _buffer.AsSpan(looked, _end - looked).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = _buffer.AsMemory(_start, looked + found - _start);
                _start = looked + found + 1;
                return line;
            }

            var length = _end - _start;
            Make(length);
            looked = _start + length;
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                return length == 0 ? null : throw new InvalidDataException("the last line has no end");
            }

            _end += read;
        }
    }

    // Room behind what is there.
    private void Make(int length)
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        if (length >= longest)
        {
            throw new InvalidDataException("a line is too long");
        }

        var target = length > _buffer.Length / 2 ? new byte[(int)Math.Min((long)longest + 1, _buffer.Length * 2L)] : _buffer;
        _buffer.AsSpan(_start, length).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, length);
    }
}
