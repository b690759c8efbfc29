using System.Text;

namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>Tells what kind of file this is by its first bytes.</summary>
internal static class XlsxKind
{
    private const int Looked = 65_536;

    // [MS-OFFCRYPTO] 2.3.4: an encrypted workbook is an OLE file with this stream.
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Refuses what is no .xlsx, saying what it is.</summary>
    /// <param name="file">The file; its position is put back.</param>
    /// <exception cref="XlsxRefusedException">It is something else, or too large.</exception>
    public static void Check(Stream file)
    {
        if (file.Length > XlsxLimits.File)
        {
            throw new XlsxRefusedException("BT006", $"tệp lớn hơn {(XlsxLimits.File / 1024 / 1024).ToString(CultureInfo.InvariantCulture)} MB, sổ tính của hồ sơ không lớn như vậy", null);
        }

        var head = new byte[(int)Math.Min(Looked, file.Length)];
        file.Position = 0;
        file.ReadExactly(head);
        file.Position = 0;
        switch (head)
        {
            case [(byte)'P', (byte)'K', 3 or 5, ..]:
                return;
            case []:
                throw new XlsxRefusedException("BT001", "tệp trống", "lấy lại tệp gốc");
            case [0xD0, 0xCF, 0x11, 0xE0, ..] when head.AsSpan().IndexOf(Encrypted) >= 0:
                throw new XlsxRefusedException("BT003", "sổ tính được đặt mật khẩu mở tệp", "mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ), lưu lại");
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                throw new XlsxRefusedException("BT002", "đây là sổ tính Excel đời cũ (.xls), hoặc tệp được mã hoá", "trong Excel chọn Lưu thành, loại «Excel Workbook (.xlsx)»");
            case [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]:
                throw new XlsxRefusedException("BT005", "đây là tệp PDF", "chỉ đến tệp .xlsx do emrsec dossier workbook lập");
            default:
                throw new XlsxRefusedException("BT005", head.AsSpan().Contains((byte)0) ? "tệp không phải sổ tính .xlsx" : "đây là tệp văn bản (CSV hoặc tương tự), không phải sổ tính .xlsx", "trong Excel chọn Lưu thành, loại «Excel Workbook (.xlsx)»");
        }
    }
}
