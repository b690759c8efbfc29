namespace EmrSec.Dossiers.Tests.Intake;

public sealed class SampleTests
{
    public static TheoryData<string> Samples => new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.yaml").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_reads_without_a_finding(string path)
    {
        var result = new DossierReader(TestFacts.Catalogue).ReadFile(path);
        result.Diagnostics.Items.ShouldBeEmpty();
        result.Dossier.ShouldNotBeNull().Systems.ShouldNotBeEmpty();
        result.Dossier.File.ShouldBe(path);
    }
}
