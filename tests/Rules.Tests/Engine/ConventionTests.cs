using System.Reflection;
using System.Runtime.CompilerServices;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests.Engine;

/// <summary>What <c>EmrSec.Rules</c> promises of every public type.</summary>
public class ConventionTests
{
    // Made to change: one collects findings while something is read, the other is a thread's workbench that must not allocate.
    private static readonly Type[] Mutable = [typeof(DiagnosticBag), typeof(BulkAssessor)];

    private static readonly Type[] Public = [.. typeof(FactSet).Assembly.GetExportedTypes()];

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void No_public_property_can_be_set_after_construction() =>
        Public.Except(Mutable)
            .SelectMany(type => type.GetProperties(Declared))
            .Where(property => property.SetMethod is { } set && (set.IsPublic || set.IsFamily || set.IsFamilyOrAssembly) && !IsInit(set))
            .Select(Name)
            .ShouldBeEmpty();

    [Fact]
    public void No_public_field_can_be_assigned() =>
        Public.SelectMany(type => type.GetFields(Declared))
            .Where(field => field.IsPublic && field is { IsInitOnly: false, IsLiteral: false, IsSpecialName: false })
            .Select(Name)
            .ShouldBeEmpty();

    [Fact]
    public void Instances_of_public_types_assign_no_field_of_their_own_later() =>
        Public.Except(Mutable)
            .Where(type => type is { IsClass: true, IsAbstract: false } || type is { IsValueType: true, IsEnum: false })
            .SelectMany(type => type.GetFields(Declared & ~BindingFlags.Static))
            .Where(field => !field.IsInitOnly && !IsOfSettableProperty(field))
            .Select(Name)
            .ShouldBeEmpty();

    [Fact]
    public void No_public_member_gives_out_a_collection_that_can_be_changed() =>
        Public.Except(Mutable)
            .SelectMany(type => type.GetProperties(Declared).Where(property => property.GetMethod is { IsPublic: true }))
            .Where(property => property.PropertyType.IsArray || IsMutableCollection(property.PropertyType))
            .Select(Name)
            .ShouldBeEmpty();

    [Fact]
    public void No_public_member_speaks_of_floating_point_numbers() =>
        Public.SelectMany(type => type.GetMembers(Declared))
            .Where(IsVisible)
            .Where(member => Mentioned(member).SelectMany(Parts).Any(type => type == typeof(double) || type == typeof(float) || type == typeof(Half)))
            .Select(Name)
            .ShouldBeEmpty();

    [Fact]
    public void Public_classes_are_sealed_or_abstract() =>
        Public.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void Evaluators_and_the_search_stay_inside() =>
        Public.Where(type => type.Namespace is "EmrSec.Rules.Evaluation" or "EmrSec.Rules.Decisions")
            .Select(type => type.Name)
            .ShouldBe(["Truth"]);

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    // The backing field of a property that may be set by the library itself or at construction.
    private static bool IsOfSettableProperty(FieldInfo field) =>
        field.Name.StartsWith('<') && field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], Declared)?.SetMethod is not null;

    private static bool IsMutableCollection(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() is var open
            && (open == typeof(List<>) || open == typeof(IList<>) || open == typeof(ICollection<>) || open == typeof(Dictionary<,>) || open == typeof(IDictionary<,>) || open == typeof(HashSet<>) || open == typeof(ISet<>)));

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: false).Length > 0,
        _ => false,
    };

    private static IEnumerable<Type> Mentioned(MemberInfo member) => member switch
    {
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        [type, .. type.HasElementType ? Parts(type.GetElementType()!) : [], .. type.GetGenericArguments().SelectMany(Parts)];

    private static string Name(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";
}
