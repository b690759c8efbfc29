using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.PostgreSql;

/// <summary>Reads a file of the database piece by piece; at most one is in memory.</summary>
/// <param name="session">The store.</param>
/// <param name="sha256">The file's hash.</param>
/// <param name="length">Its length.</param>
internal sealed class ChunkStream(Session session, string sha256, long length) : Stream
{
    private byte[] _chunk = [];
    private long _chunkNumber = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        Load(_position / ChunkedBlobStore.ChunkSize);
        var within = (int)(_position % ChunkedBlobStore.ChunkSize);
        var count = Math.Min(buffer.Length, _chunk.Length - within);
        if (count <= 0)
        {
            throw StoreErrors.Altered($"tệp {sha256}");
        }

        _chunk.AsSpan(within, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Load(long number)
    {
        if (number != _chunkNumber)
        {
            _chunk = session.One("SELECT content FROM blob_chunks WHERE sha256 = @p0 AND chunk = @p1", row => row.Bytes(), sha256, number) ?? throw StoreErrors.Altered($"tệp {sha256}");
            _chunkNumber = number;
        }
    }
}
