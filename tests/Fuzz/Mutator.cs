using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EmrSec.Signing.Tests;

namespace EmrSec.Fuzz;

/// <summary>Changes a file as chance has it: bytes, numbers, words, whole objects, cross-reference entries, lengths, appended updates.</summary>
internal sealed partial class Mutator(Random random)
{
    private static readonly string[] Words =
    [
        "null", "[]", "<<>>", "()", "<>", "0", "-1", "9223372036854775807", "99999999999999999999", "1 0 R", "0 0 R", "8388607 0 R", "/Contents", "/ByteRange", "/Kids", "/Parent", "/Length",
        "/Prev", "/XRefStm", "/Filter/FlateDecode", "/DecodeParms<</Predictor 15/Columns 1000000>>", "/OpenAction", "/AA", "/Type/XRef", "/W[1 8 8]", "/Index[0 8388607]", "endobj", "endstream", "stream\n", "xref\n",
        "trailer\n", "startxref\n", "%%EOF", "obj\n", "true", "/Encrypt 1 0 R", "/Size 1", "/Size 99999999", "[[[[[[[[", "<<<<", ">>>>", "/V null", "/AP<</N 1 0 R>>", "/Rect[0 0 600 800]", "/F 2",
    ];

    private static readonly string[] Bodies =
    [
        "<<>>", "null", "[]", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Page/MediaBox[0 0 1 1]>>", "<</Length 2>>\nstream\nq \nendstream", "<</Type/Annot/Subtype/Square/Rect[0 0 600 800]>>",
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>", "<</FT/Sig/Type/Annot/Subtype/Widget/T(x)/Rect[0 0 0 0]/F 132>>", "<</S/JavaScript/JS(1)>>",
    ];

    /// <summary>A mutation of a file, by one to four changes.</summary>
    public byte[] Mutate(byte[] original, byte[] other)
    {
        var bytes = (byte[])original.Clone();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Length > 64; changes--)
        {
            bytes = Change(bytes, other);
        }

        return bytes;
    }

    private byte[] Change(byte[] bytes, byte[] other) => random.Next(15) switch
    {
        0 => Flip(bytes),
        1 => Set(bytes),
        2 => Delete(bytes),
        3 => Insert(bytes, Encoding.Latin1.GetBytes(Pick(Words))),
        4 => Insert(bytes, Piece(bytes)),
        5 => Insert(bytes, Piece(other)),
        6 => bytes[..random.Next(1, bytes.Length)],
        7 => Overwrite(bytes, Encoding.Latin1.GetBytes(Pick(Words))),
        8 => Number(bytes),
        9 => Overwrite(bytes, Piece(bytes)),
        10 => [.. bytes, .. Encoding.Latin1.GetBytes(Pick(Words))],
        11 => [.. bytes, .. Piece(other)],
        12 => Update(bytes),
        13 => Xref(bytes),
        _ => SwapObjects(bytes),
    };

    private byte[] Flip(byte[] bytes)
    {
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private byte[] Set(byte[] bytes)
    {
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private byte[] Delete(byte[] bytes)
    {
        var start = random.Next(bytes.Length);
        var count = Math.Min(bytes.Length - start, 1 << random.Next(14));
        return [.. bytes.AsSpan(0, start), .. bytes.AsSpan(start + count)];
    }

    private byte[] Insert(byte[] bytes, ReadOnlySpan<byte> piece)
    {
        var place = random.Next(bytes.Length);
        return [.. bytes.AsSpan(0, place), .. piece, .. bytes.AsSpan(place)];
    }

    private byte[] Overwrite(byte[] bytes, ReadOnlySpan<byte> piece)
    {
        var place = random.Next(bytes.Length);
        piece[..Math.Min(piece.Length, bytes.Length - place)].CopyTo(bytes.AsSpan(place));
        return bytes;
    }

    private ReadOnlySpan<byte> Piece(byte[] bytes)
    {
        var start = random.Next(bytes.Length);
        return bytes.AsSpan(start, Math.Min(bytes.Length - start, 1 << random.Next(13)));
    }

    // A run of digits becomes another number of the same width: offsets, lengths, ByteRange, object numbers.
    private byte[] Number(byte[] bytes)
    {
        var start = random.Next(bytes.Length);
        while (start < bytes.Length && !char.IsAsciiDigit((char)bytes[start]))
        {
            start++;
        }

        for (var i = start; i < bytes.Length && i < start + 10 && char.IsAsciiDigit((char)bytes[i]); i++)
        {
            if (random.Next(2) == 0)
            {
                bytes[i] = (byte)('0' + random.Next(10));
            }
        }

        return bytes;
    }

    // A well-formed update with objects of chance.
    private byte[] Update(byte[] bytes)
    {
        var text = RawUpdate.Text(bytes);
        if (!StartXref().IsMatch(text) || !Size().IsMatch(text))
        {
            return bytes;
        }

        var objects = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 40)).Distinct().Select(number => (number, random.Next(2) == 0 ? Pick(Bodies) : Body(text, number))).ToArray();
        try
        {
            return RawUpdate.Append(bytes, objects);
        }
        catch (Exception e) when (e is OverflowException or FormatException or RegexMatchTimeoutException)
        {
            return bytes;
        }
    }

    // An object as it was, with a word of chance put in.
    private string Body(string text, int number)
    {
        var start = text.LastIndexOf($"\n{number} 0 obj\n", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf("\nendobj", start, StringComparison.Ordinal);
        if (end < 0)
        {
            return Pick(Bodies);
        }

        var body = text[(text.IndexOf("obj\n", start, StringComparison.Ordinal) + 4)..end];
        var place = random.Next(body.Length + 1);
        return random.Next(3) == 0 ? body : body[..place] + Pick(Words) + body[place..];
    }

    private byte[] Xref(byte[] bytes)
    {
        var entries = Entry().Matches(RawUpdate.Text(bytes));
        if (entries.Count == 0)
        {
            return Number(bytes);
        }

        var (entry, target) = (entries[random.Next(entries.Count)], entries[random.Next(entries.Count)]);
        var written = random.Next(3) switch
        {
            0 => target.Value,
            1 => string.Create(CultureInfo.InvariantCulture, $"{random.Next(bytes.Length):D10}{entry.Value[10..]}"),
            _ => entry.Value.Replace(" n", " f", StringComparison.Ordinal),
        };
        Encoding.Latin1.GetBytes(written).CopyTo(bytes, entry.Index);
        return bytes;
    }

    private byte[] SwapObjects(byte[] bytes)
    {
        var text = RawUpdate.Text(bytes);
        var objects = Object().Matches(text);
        if (objects.Count < 2)
        {
            return bytes;
        }

        var (a, b) = (objects[random.Next(objects.Count)], objects[random.Next(objects.Count)]);
        (a, b) = a.Index <= b.Index ? (a, b) : (b, a);
        return a.Index == b.Index ? bytes : RawUpdate.Bytes(text[..a.Index] + b.Value + text[(a.Index + a.Length)..b.Index] + a.Value + text[(b.Index + b.Length)..]);
    }

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];

    [GeneratedRegex(@"startxref\s+(\d{1,9})\s+%%EOF", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartXref();

    [GeneratedRegex(@"/Size \d{1,7}\b", RegexOptions.None, 1000)]
    private static partial Regex Size();

    [GeneratedRegex(@"\d{10} \d{5} [nf]", RegexOptions.None, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\n\d+ 0 obj\n.*?\nendobj", RegexOptions.Singleline, 1000)]
    private static partial Regex Object();
}
