using System.IO.Compression;
using System.Xml;

namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>Reading stopped: what is wrong and what to do.</summary>
internal sealed class XlsxRefusedException(string code, string message, string? help) : Exception(message)
{
    public string Code { get; } = code;

    public string? Help { get; } = help;
}

/// <summary>
/// The ZIP of a workbook, made for hostile files: what is no plain .xlsx is refused before anything of it is read, and every entry is
/// read within bounds, as far as it is needed, never as a whole.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    private XlsxPackage(ZipArchive zip) => _zip = zip;

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file; must be able to seek.</param>
    /// <exception cref="XlsxRefusedException">It is no workbook that may be read.</exception>
    public static XlsxPackage Open(Stream file)
    {
        XlsxKind.Check(file);
        var package = new XlsxPackage(OpenZip(file));
        try
        {
            package.CheckEntries();
            package.CheckRelations();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Reads a part's XML; document types and entities stop it.</summary>
    /// <exception cref="XlsxRefusedException">There is no such part, it is no such XML or beyond the bounds.</exception>
    public void Read(string name, Action<XmlReader> read)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            throw new XlsxRefusedException("BT001", $"tệp thiếu phần «{name}» của sổ tính", "mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx");
        }

        try
        {
            using var stream = new BoundedStream(entry.Open(), Math.Max(XlsxLimits.Unsuspicious, entry.CompressedLength * XlsxLimits.Ratio), Count);
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = true });
            read(xml);
        }
        catch (XmlException e)
        {
            var isType = e.Message.Contains("DTD", StringComparison.Ordinal);
            throw new XlsxRefusedException("BT008", isType ? $"phần «{name}» có khai báo kiểu tài liệu (DTD), sổ tính thật không có" : $"phần «{name}» không đọc được, tệp bị hỏng", "mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new XlsxRefusedException("BT001", $"phần «{name}» không giải nén được, tệp bị hỏng hoặc được mã hoá", "lấy lại tệp gốc");
        }
    }

    public void Dispose() => _zip.Dispose();

    private static ZipArchive OpenZip(Stream file)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count <= XlsxLimits.Entries ? zip : throw new XlsxRefusedException("BT006", $"tệp có hơn {XlsxLimits.Entries.ToString(CultureInfo.InvariantCulture)} phần, sổ tính thật không nhiều như vậy", null);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw new XlsxRefusedException("BT001", "tệp không phải sổ tính .xlsx, hoặc đã hỏng", "mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx");
        }
    }

    private void CheckEntries()
    {
        foreach (var entry in _zip.Entries)
        {
            if (!_entries.TryAdd(entry.FullName, entry))
            {
                throw new XlsxRefusedException("BT001", $"tệp có hai phần cùng tên «{entry.FullName}»", "lấy lại tệp gốc");
            }
        }

        if (_entries.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw Macros();
        }

        if (Has("xl/workbook.bin"))
        {
            throw new XlsxRefusedException("BT005", "đây là sổ tính nhị phân (.xlsb)", "trong Excel chọn Lưu thành, loại «Excel Workbook (.xlsx)»");
        }

        if (_entries.TryGetValue("mimetype", out _) && Has("content.xml"))
        {
            throw new XlsxRefusedException("BT005", "đây là tệp OpenDocument (.ods)", "trong LibreOffice chọn Lưu thành, loại «Excel 2007–365 (.xlsx)»");
        }

        if (!Has("[Content_Types].xml") || !_entries.Keys.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new XlsxRefusedException("BT005", "tệp ZIP này không phải sổ tính .xlsx", "chỉ đến tệp do emrsec dossier workbook lập");
        }

        Read("[Content_Types].xml", xml =>
        {
            while (xml.Read())
            {
                if (xml.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) is true)
                {
                    throw Macros();
                }
            }
        });
    }

    private static XlsxRefusedException Macros() => new("BT004", "sổ tính có macro (.xlsm): không đọc tệp có mã chạy được", "trong Excel chọn Lưu thành, loại «Excel Workbook (.xlsx)»");

    // A link typed into a cell does nothing here; anything else from outside has no place in a dossier's workbook.
    private void CheckRelations()
    {
        if (_entries.Keys.Any(name => name.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase)))
        {
            throw External();
        }

        foreach (var name in _entries.Keys.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            Read(name, xml =>
            {
                while (xml.Read())
                {
                    if (xml.GetAttribute("TargetMode") is "External" && xml.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) is not true)
                    {
                        throw External();
                    }
                }
            });
        }
    }

    private static XlsxRefusedException External() => new("BT007", "sổ tính có liên kết ra tệp khác", "trong Excel: Dữ liệu > Sửa liên kết > Ngắt liên kết, rồi lưu lại");

    private void Count(int bytes)
    {
        _unpacked += bytes;
        if (_unpacked > XlsxLimits.Total)
        {
            throw Bomb();
        }
    }

    /// <summary>What is said of a file that unpacks to more than it should.</summary>
    public static XlsxRefusedException Bomb() => new("BT006", "tệp giải nén ra quá lớn so với kích thước của nó", "không mở tệp này; lấy lại tệp gốc");
}
