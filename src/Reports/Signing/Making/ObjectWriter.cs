using System.Buffers;
using System.Text;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Making;

/// <summary>Writes values as PDF does.</summary>
internal static class ObjectWriter
{
    private static readonly SearchValues<char> PlainInNames = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+*:@!$&',;=?^~|\"`\\");

    public static void Write(ArrayBufferWriter<byte> output, PdfValue value)
    {
        switch (value)
        {
            case PdfNull:
                output.Write("null"u8);
                break;
            case PdfBoolean boolean:
                output.Write(boolean.Value ? "true"u8 : "false"u8);
                break;
            case PdfInteger integer:
                Number(output, integer.Value);
                break;
            case PdfReal real:
                Ascii(output, real.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case PdfName name:
                Name(output, name.Value);
                break;
            case PdfString text:
                Hex(output, text.Bytes);
                break;
            case PdfReference reference:
                Number(output, reference.Number);
                output.Write(" "u8);
                Number(output, reference.Generation);
                output.Write(" R"u8);
                break;
            case PdfArray array:
                Array(output, array);
                break;
            case PdfDictionary dictionary:
                Dictionary(output, dictionary);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    public static void Ascii(ArrayBufferWriter<byte> output, string text) => output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));

    public static void Number(ArrayBufferWriter<byte> output, long number)
    {
        number.TryFormat(output.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    public static void Name(ArrayBufferWriter<byte> output, string name)
    {
        output.Write("/"u8);
        foreach (var character in name)
        {
            Ascii(output, PlainInNames.Contains(character) ? character.ToString() : $"#{((int)character).ToString("X2", CultureInfo.InvariantCulture)}");
        }
    }

    private static void Hex(ArrayBufferWriter<byte> output, byte[] bytes)
    {
        output.Write("<"u8);
        Ascii(output, Convert.ToHexString(bytes));
        output.Write(">"u8);
    }

    private static void Array(ArrayBufferWriter<byte> output, PdfArray array)
    {
        output.Write("["u8);
        var first = true;
        foreach (var item in array.Items)
        {
            if (!first)
            {
                output.Write(" "u8);
            }

            Write(output, item);
            first = false;
        }

        output.Write("]"u8);
    }

    private static void Dictionary(ArrayBufferWriter<byte> output, PdfDictionary dictionary)
    {
        output.Write("<<"u8);
        foreach (var (key, value) in dictionary.Entries)
        {
            Name(output, key);
            output.Write(" "u8);
            Write(output, value);
        }

        output.Write(">>"u8);
    }
}
