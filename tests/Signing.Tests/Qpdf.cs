namespace EmrSec.Signing.Tests;

/// <summary>Files in other people's forms, made with qpdf.</summary>
internal static class Qpdf
{
    public static byte[] Convert(byte[] pdf, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-qpdf");
        try
        {
            var (from, to) = (Path.Combine(folder.FullName, "from.pdf"), Path.Combine(folder.FullName, "to.pdf"));
            File.WriteAllBytes(from, pdf);
            var run = OutsideTools.Run("qpdf", "qpdf", [.. options, from, to]);
            run.Exit.ShouldBe(0, run.Output);
            return File.ReadAllBytes(to);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What qpdf finds wrong: 0 nothing, 2 errors, 3 warnings.</summary>
    public static int Check(string file) => OutsideTools.Run("qpdf", "qpdf", "--check", file).Exit;
}
