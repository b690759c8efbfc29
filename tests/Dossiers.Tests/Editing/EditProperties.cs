using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Dossiers.Tests.Editing;

/// <summary>Laws of editing, over random facts, values and layouts.</summary>
public sealed class EditProperties
{
    private static readonly string[] Texts =
    [
        "Bệnh viện A", "yes", "null", "~", "850", "2026-02-28", "a: b", "a #b", "#", "- a", "[a]", "{a}", "\"", "'", "\\n", "a\nb\r\n", "\ttab", " trước", "sau ",
        "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "?", ":", "a:", "-", "---", "...", "😀 Đặng Thuỳ Trâm", "Thuỳ", "a,b", "<<", "=",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Elements(Texts),
        Gen.Elements(" abcđễ:#-,[]{}\"'\\|>&*!%@\n1.?".ToCharArray()).ArrayOf().Select(letters => "x" + new string(letters)).Where(text => !string.IsNullOrWhiteSpace(text)));

    private static readonly Gen<Edit> AnyEdit =
        from layout in Gen.Elements(Layouts.All)
        from windows in Gen.Elements(false, true)
        from mark in Gen.Elements("", "\ufeff")
        from fact in Gen.Elements(TestFacts.Catalogue.All.ToArray())
        from system in Gen.Elements(Layouts.SystemIds)
        from value in ValueOf(fact)
        select new Edit(mark + (windows ? layout.Replace("\n", "\r\n", StringComparison.Ordinal) : layout), new FactAddress(fact, fact.Scope == FactScope.System ? system : null), value);

    [Fact]
    public void What_was_set_is_read_back_and_nothing_else_changed() => Hold(edit =>
    {
        var before = Reading.ReadWhole(edit.Text);
        var result = new DossierEditor(TestFacts.Catalogue).Set(edit.Text, edit.Address, edit.Value);
        result.Diagnostics.Items.ShouldBeEmpty();
        var after = Reading.ReadWhole(result.Text!);
        Declared(after).ShouldBe(With(before, edit.Address, Composed(edit.Value)));
        Rest(after).ShouldBe(Rest(before));
    });

    [Fact]
    public void Comments_and_all_other_lines_stay() => Hold(edit =>
    {
        var after = new DossierEditor(TestFacts.Catalogue).Set(edit.Text, edit.Address, edit.Value).Text.ShouldNotBeNull();
        CommentsOf(after).ShouldBe(CommentsOf(edit.Text));
        after.StartsWith('\ufeff').ShouldBe(edit.Text.StartsWith('\ufeff'));
        var lines = after.Split('\n');
        var keys = edit.Address.Fact.Path.Split('.');

        // The lines of other block entries: what the fact itself is written in may change.
        var others = edit.Text.Split('\n').Where(line => line.Contains(':', StringComparison.Ordinal) && !line.Contains('{', StringComparison.Ordinal)
            && !Array.Exists(keys, key => line.Contains(key, StringComparison.Ordinal)));
        var next = 0;
        foreach (var line in others)
        {
            next = Array.IndexOf(lines, line, next) + 1;
            next.ShouldBePositive(line);
        }

        after.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal).ShouldBe(!edit.Text.Contains('\r', StringComparison.Ordinal));
    });

    [Fact]
    public void Setting_twice_is_setting_once_and_the_last_value_counts() => Hold(edit =>
    {
        var editor = new DossierEditor(TestFacts.Catalogue);
        var once = editor.Set(edit.Text, edit.Address, edit.Value).Text!;
        editor.Set(once, edit.Address, edit.Value).Text.ShouldBe(once);
    });

    [Fact]
    public void What_was_cleared_is_not_declared_and_nothing_else_changed() => Hold(edit =>
    {
        var before = Reading.Read(edit.Text).Dossier!;
        var editor = new DossierEditor(TestFacts.Catalogue);
        foreach (var text in new[] { edit.Text, editor.Set(edit.Text, edit.Address, edit.Value).Text! })
        {
            var cleared = editor.Clear(text, edit.Address);
            cleared.Diagnostics.Items.ShouldBeEmpty();
            CommentsOf(cleared.Text!).ShouldBe(CommentsOf(edit.Text));
            if (edit.Address.Fact != TestFacts.Fact("facility.name"))
            {
                var after = Reading.ReadWhole(cleared.Text!);
                Declared(after).ShouldBe(With(before, edit.Address, null));
                Rest(after).ShouldBe(Rest(before));
            }
        }
    });

    private static void Hold(Action<Edit> law) => Prop.ForAll(AnyEdit.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static Gen<FactValue> ValueOf(FactDefinition fact)
    {
        var value = fact.Type switch
        {
            FactType.Boolean => Gen.Elements(FactValue.Of(true), FactValue.Of(false)),
            FactType.Enum => Gen.Choose(0, fact.Options.Count - 1).Select(FactValue.OfOption),
            FactType.Set => Gen.Choose(fact.MinItems, (1 << Math.Min(fact.Options.Count, 24)) - 1).Select(items => FactValue.OfItems(items)),
            FactType.Date => Gen.Choose(0, 60_000).Select(days => FactValue.Of(new DateOnly(1990, 1, 1).AddDays(days))),
            FactType.Integer => Gen.Choose((int)(fact.Min ?? 0), (int)(fact.Max ?? int.MaxValue)).Select(number => FactValue.Of((long)number)),
            _ => AnyText.Select(FactValue.Of),
        };
        return fact.AllowNone ? Gen.OneOf(value, Gen.Constant(FactValue.None)) : value;
    }

    private static FactValue Composed(FactValue value) => value.Text is { } text ? FactValue.Of(text.Normalize(NormalizationForm.FormC)) : value;

    private static List<string> CommentsOf(string text)
    {
        var body = text.TrimStart('\ufeff');
        return Comments.Of(body, EmrSec.Rules.Yaml.YamlReader.Read(body, "", new DiagnosticBag())!);
    }

    // Every declared fact of a dossier, by address.
    private static SortedDictionary<string, FactValue> Declared(Dossier dossier)
    {
        var facts = new SortedDictionary<string, FactValue>(StringComparer.Ordinal);
        Add("", dossier.Facility);
        Add("", dossier.Milestones);
        foreach (var system in dossier.AllSystems())
        {
            Add(system.Id, system.Facts);
        }

        return facts;

        void Add(string system, FactSet set)
        {
            foreach (var (fact, declared) in set.Declared)
            {
                facts.Add($"{system}/{fact.Id}", declared.Value);
            }
        }
    }

    private static SortedDictionary<string, FactValue> With(Dossier dossier, FactAddress address, FactValue? value)
    {
        var facts = Declared(dossier);
        facts.Remove($"{address.SystemId}/{address.Fact.Id}");
        if (value is { } known)
        {
            facts.Add($"{address.SystemId}/{address.Fact.Id}", known);
        }

        return facts;
    }

    private static string Rest(Dossier dossier) => string.Join('\n',
    [
        $"{dossier.Owner?.Name} {dossier.Documents.Count}",
        .. dossier.Answers.Select(answer => $"{answer.SystemId} {answer.Requirement} {answer.Status} {answer.How}"),
        .. dossier.AllSystems().Select(system => $"{system.Id} {system.Name} {system.ProposedLevel} {string.Join(' ', system.Zones.Select(zone => zone with { Position = default }))} {system.Components.Count}"),
    ]);

    private sealed record Edit(string Text, FactAddress Address, FactValue Value)
    {
        public override string ToString() => $"{Address.SystemId}/{Address.Fact} = {Value}\n{Text}";
    }
}
