namespace EmrSec.Reports.Tests.Outside;

/// <summary>The browser and the office program, each run with a profile of its own that vanishes with it.</summary>
internal static class Desktop
{
    private const string Seconds = "240";

    /// <summary>Prints a page as PDF.</summary>
    public static void Print(string page, string target) =>
        Chromium(page, "--no-pdf-header-footer", "--print-to-pdf=" + target);

    /// <summary>The page as the browser's HTML parser understands it.</summary>
    public static string Dom(string page) => Chromium(page, "--dump-dom");

    /// <summary>Converts files to PDF beside them, in one run.</summary>
    public static void ToPdf(string folder, IEnumerable<string> files)
    {
        Need("soffice", "libreoffice-writer");
        var profile = Directory.CreateTempSubdirectory("emrsec-office-").FullName;
        try
        {
            Tool.Run("timeout", "coreutils", [Seconds, "soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "pdf", "--outdir", folder, .. files]);
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private static string Chromium(string page, params string[] arguments)
    {
        Need("chromium", "chromium");
        var profile = Directory.CreateTempSubdirectory("emrsec-browser-").FullName;
        try
        {
            return Tool.Run("timeout", "coreutils", [Seconds, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir=" + profile, .. arguments, "file://" + page]);
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private static void Need(string program, string package) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)))
        .ShouldBeTrue($"{program} is missing; apt-get install {package}");
}
