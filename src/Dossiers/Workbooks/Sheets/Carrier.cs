using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using EmrSec.Dossiers.Workbooks.Spreadsheets;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>
/// The hidden sheet that carries the dossier the workbook was made from, letter by letter, and which rows and columns the sheets had. It is
/// packed and written in base64, which no spreadsheet program rewrites, in parts that fit a cell, with the SHA-256 of each content.
/// </summary>
internal sealed record Carrier(string Dossier, string Layout)
{
    public const string SheetName = "_emrsec";

    private const string Schema = "emrsec.workbook/1";
    private const int PartLength = 30_000;
    private const int MostParts = 4_000;
    private const long MostUnpacked = 64L * 1024 * 1024;

    public SheetPlan Plan()
    {
        var plan = new SheetPlan(SheetName) { Visibility = "veryHidden", Widths = [20, 60] };
        Row(SheetKeys.Corner + SheetKeys.Carrier, SheetKeys.Value);
        Row("schema", Schema);
        Content("dossier", Dossier);
        Content("layout", Layout);
        return plan;

        void Row(string key, string value) => plan.Rows.Add(new PlannedRow([PlannedCell.Of(CellLook.Key, key), PlannedCell.Of(CellLook.Key, value)]));

        void Content(string name, string text)
        {
            Row($"{name}.sha256", Hash(text));
            var packed = Pack(text);
            for (var (i, start) = (0, 0); start < packed.Length; i++, start += PartLength)
            {
                Row(string.Create(CultureInfo.InvariantCulture, $"{name}.{i}"), packed[start..Math.Min(packed.Length, start + PartLength)]);
            }
        }
    }

    /// <summary>Reads it.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <exception cref="XlsxRefusedException">It is not whole, or of another version.</exception>
    public static Carrier Read(KeyedSheet sheet)
    {
        if (Word(sheet, "schema") is var schema && !string.Equals(schema, Schema, StringComparison.Ordinal))
        {
            throw new XlsxRefusedException("BT009", $"sổ tính theo lược đồ «{Intake.YamlText.Shorten(schema ?? "")}», bản EmrSec này đọc {Schema}", "dùng bản EmrSec đã lập sổ này, hoặc lập lại sổ");
        }

        return new Carrier(Content(sheet, "dossier"), Content(sheet, "layout"));
    }

    private static string Content(KeyedSheet sheet, string name)
    {
        var packed = new StringBuilder();
        for (var i = 0; i < MostParts && Word(sheet, string.Create(CultureInfo.InvariantCulture, $"{name}.{i}")) is { } part; i++)
        {
            packed.Append(part);
        }

        return Unpack(packed.ToString()) is { } text && string.Equals(Hash(text), Word(sheet, $"{name}.sha256"), StringComparison.Ordinal) ? text : throw Damaged();
    }

    private static XlsxRefusedException Damaged() => new("BT010", $"trang ẩn «{SheetName}» mang hồ sơ gốc đã bị sửa hoặc hỏng", "lập lại sổ từ hồ sơ rồi chép các ô đã điền sang");

    private static string? Word(KeyedSheet sheet, string key) => sheet.At(key, SheetKeys.Value) is { } at ? sheet.Cell(at)?.Text.Trim() : null;

    private static string Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    private static string? Unpack(string packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            using var text = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = brotli.Read(buffer)) > 0;)
            {
                text.Write(buffer, 0, read);
                if (text.Length > MostUnpacked)
                {
                    return null;
                }
            }

            return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
