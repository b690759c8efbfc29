namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>
/// The hidden keys by which a workbook is read back, whatever was renamed, inserted or moved: a corner that names the sheet, right of it the
/// keys of the columns, below it the keys of the rows. A key that begins with «#» stands for what is only shown.
/// </summary>
internal static class SheetKeys
{
    public const string Corner = "emrsec:";

    public const string Facility = "facility", Systems = "systems", Zones = "zones", Devices = "devices", Services = "services",
        Requirements = "requirements", Documents = "documents", Evidence = "evidence", Guide = "guide", Carrier = "carrier";

    /// <summary>The column of a form's answers.</summary>
    public const string Value = "value";

    public static bool IsShownOnly(string key) => key.StartsWith('#');
}
