using System.Globalization;
using System.Text;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>Files too large to be loaded: read where needed, hashed piece by piece.</summary>
public class LargeFileTests
{
    private const long Size = 96L * 1024 * 1024;

    [Fact]
    public void Signing_and_verifying_take_a_fraction_of_its_size()
    {
        using var folder = new TestFolder();
        WriteLarge(folder.File("large.pdf"), Size);
        using var key = SigningKey.Of(TestAuthority.Head, TestAuthority.Intermediate);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PdfSigner.SignFile(folder.File("large.pdf"), folder.File("signed.pdf"), key, new SigningOptions { Time = TestAuthority.Now });
        Verifying.Verifier.VerifyFile(folder.File("signed.pdf")).Verdict.ShouldBe(Verdict.Passed);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Size / 4);

        // A byte in the middle of what was never loaded.
        using (var file = File.OpenWrite(folder.File("signed.pdf")))
        {
            file.Position = Size / 2;
            file.WriteByte(1);
        }

        Verifying.ShouldBe(Verifying.Verifier.VerifyFile(folder.File("signed.pdf")), Indication.Failed, SubIndication.HashFailure, SignatureProblem.BytesChanged);
    }

    // One page, and one stream that takes almost all of the room.
    private static void WriteLarge(string path, long size)
    {
        using var file = File.Create(path);
        var offsets = new List<long>();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string body)
        {
            offsets.Add(file.Position);
            Write($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        Write("%PDF-1.7\n");
        Object("<</Type/Catalog/Pages 2 0 R>>");
        Object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
        Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>");
        offsets.Add(file.Position);
        Write($"4 0 obj\n<</Length {size}>>\nstream\n");
        file.SetLength(file.Position + size);
        file.Position = file.Length;
        Write("\nendstream\nendobj\n");
        var xref = file.Position;
        Write("xref\n0 5\n0000000000 65535 f \n");
        offsets.ForEach(offset => Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")));
        Write($"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n");
    }
}
