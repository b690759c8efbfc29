using System.IO.Compression;
using System.Text;

namespace EmrSec.Dossiers.Tests.Workbooks;

/// <summary>Files that are no plain workbook of ours, or made to do harm: refused before anything of them is used.</summary>
public sealed class RefusalTests
{
    private static byte[] Book() => Books.Write("schema: emrsec.dossier/1\nfacility: { name: A }\n");

    [Fact]
    public void An_old_xls_is_named() => Books.ReadBroken([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "BT002");

    [Fact]
    public void An_encrypted_workbook_is_named() => Books.ReadBroken([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "BT003");

    [Theory]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("%PDF-1.7")]
    [InlineData("PKhông phải ZIP")]
    public void Other_files_are_named(string content) => Books.ReadBroken(Encoding.UTF8.GetBytes(content), "BT005");

    [Fact]
    public void An_empty_file_is_named() => Books.ReadBroken([], "BT001");

    [Fact]
    public void Half_a_workbook_is_refused() => Books.ReadBroken(Book()[..2000], "BT001");

    [Fact]
    public void Macros_are_refused() => Books.ReadBroken(With("xl/vbaProject.bin", "x"), "BT004");

    [Fact]
    public void A_type_with_macros_is_refused() =>
        Books.ReadBroken(Changed("[Content_Types].xml", xml => xml.Replace("spreadsheetml.sheet.main+xml", "sheet.macroEnabled.main+xml", StringComparison.Ordinal)), "BT004");

    [Fact]
    public void An_open_document_is_named() => Books.ReadBroken(Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")), "BT005");

    [Fact]
    public void A_binary_workbook_is_named() => Books.ReadBroken(With("xl/workbook.bin", "x"), "BT005");

    [Fact]
    public void A_word_document_is_named() => Books.ReadBroken(Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>")), "BT005");

    [Fact]
    public void Links_to_other_files_are_refused() => Books.ReadBroken(With("xl/externalLinks/externalLink1.xml", "<a/>"), "BT007");

    [Fact]
    public void A_relation_to_the_outside_is_refused() => Books.ReadBroken(With("xl/worksheets/_rels/sheet1.xml.rels",
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject" Target="file:///etc/passwd" TargetMode="External"/></Relationships>"""), "BT007");

    [Fact]
    public void A_link_that_a_program_made_of_an_address_does_no_harm() => Books.ReadWhole(With("xl/worksheets/_rels/sheet2.xml.rels",
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:a b@example.vn" TargetMode="External"/></Relationships>""")).ShouldNotBeEmpty();

    [Theory]
    [InlineData("""<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet>&a;</worksheet>""")]
    [InlineData("""<!DOCTYPE worksheet SYSTEM "file:///etc/passwd"><worksheet/>""")]
    [InlineData("<worksheet><sheetData>")]
    public void Document_types_entities_and_broken_xml_are_refused(string xml) => Books.ReadBroken(Changed("xl/worksheets/sheet2.xml", _ => xml), "BT008");

    [Fact]
    public void What_unpacks_to_too_much_is_refused() => Books.ReadBroken(Changed("xl/worksheets/sheet2.xml", xml => xml.Insert(xml.IndexOf("<sheetData>", StringComparison.Ordinal), new string(' ', 20_000_000))), "BT006");

    [Fact]
    public void Too_many_entries_are_refused() => Books.ReadBroken(Zip([.. Enumerable.Range(0, 2_001).Select(i => ($"xl/{i}", ""))]), "BT006");

    [Fact]
    public void Two_entries_of_one_name_are_refused() => Books.ReadBroken(With("xl/WORKBOOK.xml", "<workbook/>"), "BT001");

    [Fact]
    public void A_workbook_of_somebody_else_is_named() =>
        Books.ReadBroken(Hand.Edit(Book(), hand =>
        {
            foreach (var sheet in hand.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!).Skip(1).ToList())
            {
                hand.Drop(sheet);
            }

            hand.Rows("Hướng dẫn").First().RemoveAllChildren();
        }), "BT009");

    [Fact]
    public void Damage_anywhere_is_an_error_and_never_an_exception()
    {
        var random = new Random(1);
        var book = Book();
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])book.Clone();
            for (var j = 0; j < 1 + (i % 4); j++)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            var reading = Books.Read(damaged);
            (reading.Text is not null || reading.Diagnostics.HasErrors).ShouldBeTrue();
        }
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                Add(zip, name, content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] With(string name, string content) => Updated(zip => Add(zip, name, content));

    private static byte[] Changed(string name, Func<string, string> change) => Updated(zip =>
    {
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        entry.Delete();
        Add(zip, name, change(text));
    });

    private static byte[] Updated(Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Book());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
