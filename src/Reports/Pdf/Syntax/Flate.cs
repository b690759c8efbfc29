using System.IO.Compression;

namespace EmrSec.Reports.Pdf.Syntax;

/// <summary>Compresses streams (FlateDecode).</summary>
internal static class Flate
{
    /// <summary>Compresses data; whoever asked disposes of the result.</summary>
    public static ByteWriter Compress(ReadOnlySpan<byte> data)
    {
        var packed = new ByteWriter((data.Length / 2) + 64);

        // The fastest level: glyphs and pages come out a tenth larger than at the best one, in a third of the time.
        using var zlib = new ZLibStream(new Sink(packed), CompressionLevel.Fastest);
        zlib.Write(data);
        return packed;
    }

    private sealed class Sink(ByteWriter target) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => target.Length;

        public override long Position
        {
            get => target.Length;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => target.Raw(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => target.Raw(buffer);
    }
}
