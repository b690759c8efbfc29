namespace EmrSec.Dossiers.Files;

/// <summary>Reads on from another stream, forwards only, and shows each piece to whoever counts, hashes or stops.</summary>
internal abstract class PassingStream(Stream inner) : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        if (read > 0 || !buffer.IsEmpty)
        {
            Passed(buffer[..read]);
        }

        return read;
    }

    public sealed override void Flush()
    {
        // Nothing is written.
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>A piece was read; empty at the end.</summary>
    /// <param name="piece">The piece.</param>
    protected abstract void Passed(ReadOnlySpan<byte> piece);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
