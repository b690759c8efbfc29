using EmrSec.Rules.Calendars;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Packs;

/// <summary>What came of loading rules.</summary>
/// <param name="Packs">The packs that are whole; null where the facts themselves are not.</param>
/// <param name="Diagnostics">What is wrong.</param>
public sealed record PackLoadResult(RulePackSet? Packs, DiagnosticBag Diagnostics);

/// <summary>Loads rules: authoring text to checked model. A pack with an error is not used at all.</summary>
public static class PackLoader
{
    /// <summary>Loads the rules of a source.</summary>
    /// <param name="files">The files; case files among them are passed over.</param>
    /// <param name="diagnostics">Receives what is wrong; may hold findings already.</param>
    public static PackLoadResult Load(IReadOnlyList<PackFile> files, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var roots = OpenAll([.. files.Where(file => !file.HoldsCases)], diagnostics);
        var factFiles = roots.Where(root => string.Equals(root.Schema, FactCatalogueReader.Schema, StringComparison.Ordinal)).ToList();
        if (factFiles.Count != 1)
        {
            diagnostics.Error("LU031", SourcePosition.Whole(factFiles.Count == 0 ? Folder(files) : factFiles[1].File), $"cần đúng một tệp {FactCatalogueReader.Schema} (facts.yaml)");
            return new PackLoadResult(null, diagnostics);
        }

        var factBag = new DiagnosticBag();
        var catalogue = new FactCatalogueReader(factBag).Read(factFiles[0].Root);
        Append(diagnostics, factBag);
        if (factBag.HasErrors || factFiles[0].IsBroken)
        {
            return new PackLoadResult(null, diagnostics);
        }

        var regimes = new List<Regime>();
        var directives = new List<Directive>();
        var calendars = new List<WorkingCalendar>();
        foreach (var root in roots.Where(root => root != factFiles[0] && !root.IsOf(ProcedureReader.Schema)))
        {
            ReadPack(root, catalogue, regimes, directives, calendars, diagnostics);
        }

        // A procedure rests on a regime and a calendar, so it comes after them.
        var procedures = roots.Where(root => root.IsOf(ProcedureReader.Schema))
            .Select(root => ReadProcedure(root, roots, catalogue, regimes, calendars, diagnostics)).OfType<Procedure>().ToList();
        var requirements = ReadRequirements(roots, RequirementReader.Schema, (root, bag) => new RequirementReader(catalogue, regimes, bag).Read(root.Root, root.Sha256, root.IsDeferred), diagnostics);
        var checks = ReadRequirements(roots, CheckReader.Schema, (root, bag) => new CheckReader(catalogue, regimes, bag).Read(root.Root, root.Sha256), diagnostics);
        var contents = ReadRequirements(roots, DossierContentsReader.Schema, (root, bag) => new DossierContentsReader(catalogue, regimes, bag).Read(root.Root, root.Sha256), diagnostics);
        var repeated = ReportRepeatedIds(
            [
                .. requirements.Concat(checks).Select(each => new PackName(each.Header.Id, each.Header.Position)),
                .. contents.Select(each => new PackName(each.Header.Id, each.Header.Position)),
                .. regimes.Select(regime => new PackName(regime.Header.Id, regime.Header.Position)),
                .. directives.Select(directive => new PackName(directive.Header.Id, directive.Header.Position)),
                .. calendars.Select(calendar => new PackName(calendar.Id, calendar.Position)),
                .. procedures.Select(procedure => new PackName(procedure.Header.Id, procedure.Header.Position)),
            ],
            diagnostics);
        regimes.RemoveAll(regime => repeated.Contains(regime.Header.Id));
        directives.RemoveAll(directive => repeated.Contains(directive.Header.Id));
        calendars.RemoveAll(calendar => repeated.Contains(calendar.Id));
        procedures.RemoveAll(procedure => repeated.Contains(procedure.Header.Id));
        ReportSecondProcedures(procedures, diagnostics);
        requirements.RemoveAll(each => repeated.Contains(each.Header.Id) || repeated.Contains(each.Regime.Header.Id));
        checks.RemoveAll(each => repeated.Contains(each.Header.Id) || repeated.Contains(each.Regime.Header.Id));
        contents.RemoveAll(each => repeated.Contains(each.Header.Id) || repeated.Contains(each.Regime.Header.Id));
        requirements.Sort((a, b) => string.CompareOrdinal(a.Header.Id, b.Header.Id));
        checks.Sort((a, b) => string.CompareOrdinal(a.Header.Id, b.Header.Id));
        RepeatedChecks.Remove(checks, diagnostics);
        regimes.Sort((a, b) => a.Header.InForce.From != b.Header.InForce.From
            ? a.Header.InForce.From.CompareTo(b.Header.InForce.From)
            : string.CompareOrdinal(a.Header.Id, b.Header.Id));
        directives.Sort((a, b) => string.CompareOrdinal(a.Header.Id, b.Header.Id));
        return new PackLoadResult(new RulePackSet(catalogue, factFiles[0].Sha256, regimes, directives, requirements) { Calendars = calendars, Procedures = procedures, Checks = checks, DossierContents = contents, CrosswalksByTarget = ReadCrosswalks(roots, requirements, diagnostics) }, diagnostics);
    }

    private static void ReadPack(Loaded root, FactCatalogue catalogue, List<Regime> regimes, List<Directive> directives, List<WorkingCalendar> calendars, DiagnosticBag diagnostics)
    {
        var bag = new DiagnosticBag();
        var reader = new PackReader(catalogue, bag);
        switch (root.Schema)
        {
            case PackReader.RegimeSchema when reader.ReadRegime(root.Root, root.Sha256) is { } regime && !root.IsBroken:
                regimes.Add(regime);
                break;
            case PackReader.DirectiveSchema when reader.ReadDirective(root.Root, root.Sha256) is { } directive && !root.IsBroken:
                directives.Add(directive);
                break;
            case CalendarReader.Schema when new CalendarReader(bag).Read(root.Root, root.Sha256) is { } calendar && !root.IsBroken:
                calendars.Add(calendar);
                break;
            case PackReader.RegimeSchema or PackReader.DirectiveSchema or CalendarReader.Schema or RequirementReader.Schema or CheckReader.Schema or DossierContentsReader.Schema or CrosswalkReader.Schema:
                break;
            default:
                bag.Error("LU032", root.Root.Position, $"không hiểu lược đồ «{root.Schema}»", $"các lược đồ: {FactCatalogueReader.Schema}, {PackReader.RegimeSchema}, {PackReader.DirectiveSchema}, {CalendarReader.Schema}, {ProcedureReader.Schema}, {RequirementReader.Schema}, {CheckReader.Schema}, {DossierContentsReader.Schema}, {CrosswalkReader.Schema}");
                break;
        }

        Append(diagnostics, bag);
    }

    private static Procedure? ReadProcedure(
        Loaded root, IReadOnlyList<Loaded> all, FactCatalogue catalogue, IReadOnlyList<Regime> regimes, IReadOnlyList<WorkingCalendar> calendars, DiagnosticBag diagnostics)
    {
        var bag = new DiagnosticBag();
        var regime = Named(root, "regime", PackReader.RegimeSchema, all, bag) is { } law ? regimes.FirstOrDefault(each => string.Equals(each.Header.Id, law, StringComparison.Ordinal)) : null;
        var calendar = Named(root, "calendar", CalendarReader.Schema, all, bag) is { } days ? calendars.FirstOrDefault(each => string.Equals(each.Id, days, StringComparison.Ordinal)) : null;

        // A regime or a calendar that is there but broken was reported already; the procedure goes with it.
        var procedure = regime is null || calendar is null ? null : new ProcedureReader(new PackReader(catalogue, bag), bag).Read(root.Root, root.Sha256, regime, calendar);
        Append(diagnostics, bag);
        return root.IsBroken ? null : procedure;
    }

    /// <summary>A crosswalk rests on two catalogues, so it comes after them; one leads to a catalogue, no more.</summary>
    private static List<(string To, Lazy<Crosswalk> Crosswalk)> ReadCrosswalks(List<Loaded> roots, List<RequirementCatalogue> catalogues, DiagnosticBag diagnostics)
    {
        var deferred = roots.Where(root => root.IsDeferred && root.IsOf(CrosswalkReader.Schema) && root.Root["to"] is YamlScalar).ToList();
        if (deferred.Count > 0)
        {
            return [.. deferred.Select(root => (((YamlScalar)root.Root["to"]!).Value, new Lazy<Crosswalk>(() => Deferred(root, roots, catalogues))))];
        }

        var all = ReadRequirements(roots, CrosswalkReader.Schema, (root, bag) => ReadCrosswalk(root, roots, catalogues, bag), diagnostics);
        foreach (var second in all.GroupBy(each => each.To.Header.Id, StringComparer.Ordinal).SelectMany(group => group.Skip(1)).ToList())
        {
            diagnostics.Error("LU033", second.Position, $"đã có bảng đối chiếu khác dẫn đến «{second.To.Header.Id}»");
            all.Remove(second);
        }

        return [.. all.Select(each => (each.To.Header.Id, new Lazy<Crosswalk>(each)))];
    }

    private static Crosswalk Deferred(Loaded root, List<Loaded> all, List<RequirementCatalogue> catalogues)
    {
        var bag = new DiagnosticBag();
        return ReadCrosswalk(root, all, catalogues, bag) ?? throw new InvalidOperationException($"the built-in crosswalk is broken: {string.Join("; ", bag.Items)}");
    }

    // A catalogue that is there but broken was reported already; the crosswalk goes with it.
    private static Crosswalk? ReadCrosswalk(Loaded root, List<Loaded> all, List<RequirementCatalogue> catalogues, DiagnosticBag diagnostics)
    {
        var from = Catalogue("from");
        var to = Catalogue("to");
        return from is null || to is null ? null : new CrosswalkReader(from, to, diagnostics).Read(root.Root, root.Sha256);

        RequirementCatalogue? Catalogue(string key) => Named(root, key, RequirementReader.Schema, all, diagnostics) is { } id
            ? catalogues.Find(each => string.Equals(each.Header.Id, id, StringComparison.Ordinal))
            : null;
    }

    /// <summary>The id of another pack that a pack names; null, with an error, where there is no such pack.</summary>
    private static string? Named(Loaded root, string key, string schema, IReadOnlyList<Loaded> all, DiagnosticBag diagnostics)
    {
        if (YamlObject.WithAnyKey(root.Root, diagnostics).Scalar(key, required: true) is not { } name)
        {
            return null;
        }

        var known = all.Where(each => each.IsOf(schema)).Select(each => each.Root["id"]).OfType<YamlScalar>().Select(id => id.Value).ToList();
        if (known.Contains(name.Value, StringComparer.Ordinal))
        {
            return name.Value;
        }

        diagnostics.Error("LU074", name.Position, $"«{key}»: không có gói {schema} nào mang mã «{YamlObject.Quote(name.Value)}»", NearestName.HelpAuthors(name.Value, known));
        return null;
    }

    /// <summary>Requirements, rules beside them and contents of the dossier name the criteria of a regime, so regimes are read first.</summary>
    private static List<T> ReadRequirements<T>(List<Loaded> roots, string schema, Func<Loaded, DiagnosticBag, T?> read, DiagnosticBag diagnostics)
        where T : class
    {
        var all = new List<T>();
        foreach (var root in roots)
        {
            if (!root.IsOf(schema))
            {
                continue;
            }

            var bag = new DiagnosticBag();
            if (read(root, bag) is { } pack && !root.IsBroken)
            {
                all.Add(pack);
            }

            Append(diagnostics, bag);
        }

        return all;
    }

    /// <summary>The ids that several packs have: which of them is meant nobody can tell, so none is used.</summary>
    private static HashSet<string> ReportRepeatedIds(List<PackName> packs, DiagnosticBag diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            if (!seen.Add(pack.Id))
            {
                repeated.Add(pack.Id);
                diagnostics.Error("LU033", pack.Position, $"có hai gói luật cùng tên «{pack.Id}»");
            }
        }

        return repeated;
    }

    private static void ReportSecondProcedures(List<Procedure> procedures, DiagnosticBag diagnostics)
    {
        foreach (var second in procedures.GroupBy(procedure => procedure.Regime, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            diagnostics.Error("LU075", second.Header.Position, $"luật «{second.Regime}» đã có trình tự, thủ tục ở tệp khác", "mỗi luật một tệp");
        }
    }

    private sealed record PackName(string Id, SourcePosition Position);

    private static void Append(DiagnosticBag to, DiagnosticBag from)
    {
        foreach (var item in from.Items)
        {
            to.Add(item);
        }
    }

    private static string Folder(IReadOnlyList<PackFile> files) =>
        files.Count == 0 ? "rules" : Path.GetDirectoryName(files[0].Name) is { Length: > 0 } folder ? folder.Replace('\\', '/') : ".";

    /// <summary>Opens files on two threads, for reading YAML is most of the work of a cold start; findings come in the files' order all the same.</summary>
    private static List<Loaded> OpenAll(PackFile[] files, DiagnosticBag diagnostics)
    {
        var roots = new Loaded?[files.Length];
        var bags = new DiagnosticBag[files.Length];
        Exception? failure = null;
        var next = -1;
        var second = new Thread(() =>
        {
            try
            {
                OpenNext();
            }
#pragma warning disable CA1031 // Passed on to the caller's thread below.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = e;
            }
        });
        var isWork = files.Any(file => !file.IsParsed);
        if (isWork)
        {
            second.Start();
        }

        OpenNext();
        if (isWork)
        {
            second.Join();
        }

        if (failure is not null)
        {
            throw new InvalidOperationException("a file of rules could not be opened", failure);
        }

        var opened = new List<Loaded>(files.Length);
        for (var i = 0; i < files.Length; i++)
        {
            Append(diagnostics, bags[i]);
            if (roots[i] is { } root)
            {
                opened.Add(root);
            }
        }

        return opened;

        void OpenNext()
        {
            for (var i = Interlocked.Increment(ref next); i < files.Length; i = Interlocked.Increment(ref next))
            {
                bags[i] = new DiagnosticBag();
                roots[i] = Open(files[i], bags[i]);
            }
        }
    }

    private static Loaded? Open(PackFile file, DiagnosticBag diagnostics)
    {
        if (file.Parse(diagnostics) is not { } pack)
        {
            return null;
        }

        if (pack.Root is YamlMapping mapping && mapping["schema"] is YamlScalar schema)
        {
            return new Loaded(file.Name, mapping, schema.Value, pack.Sha256, pack.IsBroken, file.IsParsed);
        }

        diagnostics.Error("LU032", pack.Root.Position, "tệp luật phải có mục «schema»");
        return null;
    }

    // A key written twice leaves a file that can be read on, for more findings, but not be used. What was read when the program was built
    // was found whole then: parts of it may wait until they are asked for.
    private sealed record Loaded(string File, YamlMapping Root, string Schema, string Sha256, bool IsBroken, bool IsDeferred)
    {
        public bool IsOf(string schema) => string.Equals(Schema, schema, StringComparison.Ordinal);
    }
}
