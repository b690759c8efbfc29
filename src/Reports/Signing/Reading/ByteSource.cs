using Microsoft.Win32.SafeHandles;

namespace EmrSec.Reports.Signing.Reading;

/// <summary>Bytes that can be read at any place, in memory or in a file that is never loaded whole.</summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>Files up to this size are read into memory.</summary>
    private const long LoadedWhole = 32 * 1024 * 1024;

    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    public static ByteSource OpenFile(string path)
    {
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.RandomAccess);
        var length = RandomAccess.GetLength(handle);
        if (length > LoadedWhole)
        {
            return new FileSource(handle, length, owns: true);
        }

        using (handle)
        {
            var bytes = new byte[length];
            new FileSource(handle, length, owns: false).ReadExactly(0, bytes);
            return new MemorySource(bytes, bytes.Length);
        }
    }

    /// <summary>Bytes in memory.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static ByteSource Of(byte[] bytes) => new MemorySource(bytes, bytes.Length);

    /// <summary>The first bytes of this source; shares what it reads from.</summary>
    /// <param name="length">How many.</param>
    public abstract ByteSource Truncate(long length);

    /// <summary>A stretch of bytes to look at.</summary>
    /// <param name="offset">Where it has to begin, within the source.</param>
    /// <param name="scratch">Space to read into where the bytes are not in memory.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <returns>The bytes; at least one where <paramref name="offset"/> is within the source.</returns>
    public abstract ArraySegment<byte> Window(long offset, ref byte[]? scratch, out long start);

    /// <summary>Reads exactly as many bytes as asked for.</summary>
    public abstract void ReadExactly(long offset, Span<byte> target);

    /// <summary>Reads exactly as many bytes as asked for into a new array; the caller has checked that they are there.</summary>
    public byte[] ReadBytes(long offset, int count)
    {
        var bytes = new byte[count];
        ReadExactly(offset, bytes);
        return bytes;
    }

    /// <summary>Passes a range on, piece by piece.</summary>
    public void Visit(long offset, long count, Action<ReadOnlySpan<byte>> visit)
    {
        if (offset < 0 || count < 0 || count > Length - offset)
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        byte[]? scratch = null;
        while (count > 0)
        {
            var window = Window(offset, ref scratch, out var start);
            var piece = window.AsSpan((int)(offset - start));
            piece = piece.Length > count ? piece[..(int)count] : piece;
            visit(piece);
            offset += piece.Length;
            count -= piece.Length;
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private sealed class MemorySource(byte[] bytes, int length) : ByteSource
    {
        public override long Length => length;

        public override ByteSource Truncate(long length1) => new MemorySource(bytes, checked((int)Math.Min(length1, length)));

        public override ArraySegment<byte> Window(long offset, ref byte[]? scratch, out long start)
        {
            start = 0;
            return new ArraySegment<byte>(bytes, 0, length);
        }

        public override void ReadExactly(long offset, Span<byte> target) => bytes.AsSpan(0, length).Slice(checked((int)offset), target.Length).CopyTo(target);
    }

    private sealed class FileSource(SafeFileHandle handle, long length, bool owns) : ByteSource
    {
        private const int Block = 64 * 1024;

        public override long Length => length;

        public override ByteSource Truncate(long length1) => new FileSource(handle, Math.Min(length1, length), owns: false);

        public override ArraySegment<byte> Window(long offset, ref byte[]? scratch, out long start)
        {
            scratch ??= new byte[Block];
            var count = (int)Math.Min(Block, length - offset);
            ReadExactly(offset, scratch.AsSpan(0, count));
            start = offset;
            return new ArraySegment<byte>(scratch, 0, count);
        }

        public override void ReadExactly(long offset, Span<byte> target)
        {
            if (offset < 0 || target.Length > length - offset)
            {
                throw new ArgumentOutOfRangeException(nameof(offset));
            }

            while (!target.IsEmpty)
            {
                var count = RandomAccess.Read(handle, target, offset);
                if (count == 0)
                {
                    throw new EndOfStreamException();
                }

                offset += count;
                target = target[count..];
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && owns)
            {
                handle.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
