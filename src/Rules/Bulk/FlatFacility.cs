using System.Runtime.InteropServices;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>A system or component of a facility in flat form; components follow directly.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="ProposedLevel">The level proposed, 1–5; 0 = none.</param>
/// <param name="Descendants">How many components it has, at every depth.</param>
/// <param name="Zones">The kinds of its zones; an empty word where a zone has none.</param>
/// <param name="Facts">Its facts: <see cref="FactValue.Code"/> by slot, 0 = not declared.</param>
internal sealed record FlatMember(string Id, string Name, int ProposedLevel, int Descendants, IReadOnlyList<string> Zones, long[] Facts);

/// <summary>An answer in flat form.</summary>
/// <param name="Requirement">The requirement's place in the layout.</param>
/// <param name="Member">The place of the system that it is about; -1 = every system without an answer of its own.</param>
/// <param name="Status">What it says.</param>
/// <param name="HasEvidence">Whether it names evidence.</param>
/// <param name="ValidUntil">The last day of the evidence, as day number; -1 = without end.</param>
/// <param name="Due">The day the plan is due, as day number; -1 = none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FlatAnswer(int Requirement, int Member, RequirementStatus Status, bool HasEvidence, int ValidUntil, int Due);

/// <summary>
/// What an assessment needs of a dossier, in arrays: facts of the facility, milestones, systems and components with their facts and zones,
/// answers, and what the authorities did on which days. Texts are left out: no rule asks them. Kept beside a stored dossier as bytes
/// (<see cref="FlatBytes"/>), it is assessed again on any day without the dossier being read. Immutable.
/// </summary>
public sealed class FlatFacility
{
    /// <summary>Stands in a rebuilt answer for evidence whose name is not kept.</summary>
    private static readonly IReadOnlyList<string> SomeEvidence = ["–"];

    internal FlatFacility(FacilityLayout layout, long[] common, FlatMember[] members, FlatAnswer[] answers, BodyNames? bodies, ProcessingRecord? processing)
    {
        Layout = layout;
        Common = common;
        Members = members;
        Answers = answers;
        Bodies = bodies;
        Processing = processing;
    }

    internal FacilityLayout Layout { get; }

    /// <summary>Facts of the facility and its milestones, as declared.</summary>
    internal long[] Common { get; }

    /// <summary>Every system and component, each before its components.</summary>
    internal FlatMember[] Members { get; }

    /// <summary>The answers in the order written: of two to the same the first counts.</summary>
    internal FlatAnswer[] Answers { get; }

    internal BodyNames? Bodies { get; }

    internal ProcessingRecord? Processing { get; }

    /// <summary>Puts a facility into flat form. An answer to a requirement or of a system that there is not takes no part, as in an assessment.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="facility">The facility.</param>
    /// <exception cref="ArgumentException">Two systems have the same id.</exception>
    public static FlatFacility Of(FacilityLayout layout, FacilityProfile facility)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(facility);
        var common = new long[layout.Facts.CommonSlots];
        Fill(layout, facility.Facility, common);
        Fill(layout, facility.Milestones, common);
        var members = new List<FlatMember>();
        foreach (var system in facility.Systems)
        {
            Add(layout, system, members);
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < members.Count; i++)
        {
            if (!places.TryAdd(members[i].Id, i))
            {
                throw new ArgumentException($"two systems have the id «{members[i].Id}»", nameof(facility));
            }
        }

        var answers = new List<FlatAnswer>();
        foreach (var answer in facility.Answers)
        {
            var requirement = layout.PlaceOf(answer.Requirement);
            var member = -1;
            if (requirement >= 0 && (answer.SystemId is null || places.TryGetValue(answer.SystemId, out member)))
            {
                answers.Add(new FlatAnswer(requirement, answer.SystemId is null ? -1 : member, answer.Status, answer.Evidence.Count > 0, answer.ValidUntil?.DayNumber ?? -1, answer.Due?.DayNumber ?? -1));
            }
        }

        return new FlatFacility(layout, common, [.. members], [.. answers], facility.Bodies, facility.Processing);
    }

    /// <summary>The facility as rules see it, to be assessed in full: all but texts, names of evidence and the form for completeness.</summary>
    public FacilityProfile ToProfile()
    {
        var systems = new List<SystemProfile>();
        for (var i = 0; i < Members.Length; i += 1 + Members[i].Descendants)
        {
            systems.Add(System(i));
        }

        return new FacilityProfile(Facts(FactScope.Facility, Common), Facts(FactScope.Milestone, Common), systems, Bodies)
        {
            Processing = Processing,
            Answers = [.. Answers.Select(answer => new RequirementAnswer(Layout.Requirements[answer.Requirement], answer.Member < 0 ? null : Members[answer.Member].Id, answer.Status)
            {
                Evidence = answer.HasEvidence ? SomeEvidence : [],
                ValidUntil = Day(answer.ValidUntil),
                Due = Day(answer.Due),
            })],
        };
    }

    private static DateOnly? Day(int number) => number < 0 ? null : DateOnly.FromDayNumber(number);

    private SystemProfile System(int member)
    {
        var flat = Members[member];
        var components = new List<SystemProfile>();
        for (var i = member + 1; i <= member + flat.Descendants; i += 1 + Members[i].Descendants)
        {
            components.Add(System(i));
        }

        return new SystemProfile(flat.Id, flat.Name, Facts(FactScope.System, flat.Facts), components, flat.ProposedLevel == 0 ? null : flat.ProposedLevel) { Zones = flat.Zones };
    }

    private FactSet Facts(FactScope scope, long[] slots)
    {
        var facts = new Dictionary<FactDefinition, DeclaredFact>();
        foreach (var fact in Layout.Facts.Of(scope).Where(fact => fact.Type != FactType.Text))
        {
            if (slots[Layout.Facts.Slot(fact)] is not 0 and var code)
            {
                facts.Add(fact, new DeclaredFact(FactValue.FromCode(code), default));
            }
        }

        return new FactSet(facts);
    }

    private static int Add(FacilityLayout layout, SystemProfile system, List<FlatMember> members)
    {
        var place = members.Count;
        var facts = new long[layout.Facts.SystemSlots];
        Fill(layout, system.Facts, facts);
        members.Add(new FlatMember(system.Id, system.Name, system.ProposedLevel ?? 0, 0, system.Zones, facts));
        var descendants = 0;
        foreach (var component in system.Components)
        {
            descendants += 1 + Add(layout, component, members);
        }

        members[place] = members[place] with { Descendants = descendants };
        return descendants;
    }

    private static void Fill(FacilityLayout layout, FactSet facts, long[] slots)
    {
        foreach (var (fact, declared) in facts.Unordered)
        {
            if (fact.Type != FactType.Text)
            {
                slots[layout.Facts.Slot(fact)] = declared.Value.Code;
            }
        }
    }
}
