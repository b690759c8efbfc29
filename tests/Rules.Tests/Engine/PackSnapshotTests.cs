using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Tests.Engine;

/// <summary>A snapshot gives back what was read, place for place.</summary>
public sealed class PackSnapshotTests
{
    [Fact]
    public void Every_built_in_file_comes_back_node_for_node()
    {
        var read = Snapshot(PackSource.BuiltIn());
        var fresh = PackSource.BuiltIn().Where(file => !file.HoldsCases).ToList();

        read.Select(file => file.Name).ShouldBe(fresh.Select(file => file.Name));
        for (var i = 0; i < fresh.Count; i++)
        {
            var expected = fresh[i].Parse(new DiagnosticBag()).ShouldNotBeNull();
            var actual = read[i].Parse(new DiagnosticBag()).ShouldNotBeNull();
            actual.Sha256.ShouldBe(expected.Sha256);
            Nodes(actual.Root).ShouldBe(Nodes(expected.Root));
        }
    }

    [Fact]
    public void Packs_loaded_from_a_snapshot_are_those_loaded_from_text()
    {
        var fromText = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag());
        var fromSnapshot = PackLoader.Load(Snapshot(PackSource.BuiltIn()), new DiagnosticBag());

        fromSnapshot.Diagnostics.Items.ShouldBe(fromText.Diagnostics.Items);
        var (a, b) = (fromText.Packs.ShouldNotBeNull(), fromSnapshot.Packs.ShouldNotBeNull());
        b.Regimes.Select(regime => (regime.Header.Id, regime.Header.Sha256, regime.Header.Position)).ShouldBe(a.Regimes.Select(regime => (regime.Header.Id, regime.Header.Sha256, regime.Header.Position)));
        b.Requirements.SelectMany(each => each.Requirements).Select(each => (each.Id, each.Title)).ShouldBe(a.Requirements.SelectMany(each => each.Requirements).Select(each => (each.Id, each.Title)));
        b.Facts.All.Count.ShouldBe(a.Facts.All.Count);
    }

    [Fact]
    public void A_broken_file_makes_no_snapshot()
    {
        var diagnostics = new DiagnosticBag();
        using var output = new MemoryStream();
        PackSnapshot.Write([new PackFile("x.yaml", _ => "a: [1"u8.ToArray())], output, diagnostics);

        diagnostics.HasErrors.ShouldBeTrue();
        output.Length.ShouldBe(0);
    }

    [Fact]
    public void What_is_no_snapshot_is_refused()
    {
        using var input = new MemoryStream("\u0005hello"u8.ToArray());
        Should.Throw<InvalidDataException>(() => PackSnapshot.Read(input));
    }

    private static IReadOnlyList<PackFile> Snapshot(IReadOnlyList<PackFile> files)
    {
        var diagnostics = new DiagnosticBag();
        using var stream = new MemoryStream();
        PackSnapshot.Write(files, stream, diagnostics);
        diagnostics.HasErrors.ShouldBeFalse();
        stream.Position = 0;
        return PackSnapshot.Read(stream);
    }

    private static IEnumerable<string> Nodes(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar.ToString()],
        YamlSequence sequence => [Place(node, sequence.IsFlow), .. sequence.Items.SelectMany(Nodes)],
        YamlMapping mapping => [Place(node, mapping.IsFlow), .. mapping.Entries.SelectMany(entry => Nodes(entry.Key).Concat(Nodes(entry.Value)))],
        _ => throw new InvalidOperationException("a node of an unknown kind"),
    };

    private static string Place(YamlNode node, bool isFlow) => $"{node.GetType().Name} {node.Position} {node.Start}-{node.End} {isFlow}";
}
