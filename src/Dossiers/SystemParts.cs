using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Completeness;

namespace EmrSec.Dossiers;

/// <summary>What a network zone is for (12/2022/TT-BTTTT, Phụ lục II, mục 1.a).</summary>
public enum ZoneKind
{
    /// <summary>Internal network (vùng mạng nội bộ).</summary>
    Internal,

    /// <summary>Border network (vùng mạng biên).</summary>
    Border,

    /// <summary>Demilitarised zone (vùng DMZ).</summary>
    Dmz,

    /// <summary>Internal servers (vùng máy chủ nội bộ).</summary>
    InternalServers,

    /// <summary>Wireless network (vùng mạng không dây).</summary>
    Wireless,

    /// <summary>Database servers (vùng máy chủ cơ sở dữ liệu).</summary>
    Database,

    /// <summary>Management (vùng quản trị).</summary>
    Management,

    /// <summary>Management of the system's devices (vùng quản trị thiết bị hệ thống).</summary>
    DeviceManagement,
}

/// <summary>A network zone.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="PrivateIp">Its private addresses, as written.</param>
/// <param name="PublicIp">Its public addresses, as written.</param>
public sealed record NetworkZone(string Name, ZoneKind? Kind, string? PrivateIp, string? PublicIp)
{
    /// <summary>Where it is declared.</summary>
    public SourcePosition Position { get; init; }

    internal SheetPart ToSheet() => SheetForm.At(Position)
        .With("name", Name)
        .With("kind", Kind is { } kind ? DossierSchema.ZoneWords[(int)kind] : null)
        .With("privateIp", PrivateIp)
        .With("publicIp", PublicIp)
        .Part();
}

/// <summary>Whether a device has a stand-by (12/2022/TT-BTTTT, Điều 3).</summary>
public enum DeviceRedundancy
{
    /// <summary>None.</summary>
    None,

    /// <summary>One that must be put in its place (dự phòng nguội).</summary>
    Cold,

    /// <summary>One that takes over without interrupting the system (dự phòng nóng).</summary>
    Hot,

    /// <summary>One, of which it is not said how it takes over.</summary>
    Some,
}

/// <summary>A device, or a series of like ones.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, such as «Tường lửa».</param>
/// <param name="IsMain">Whether it is a main device (thiết bị chính); null where not declared.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Purpose">What it is used for.</param>
public sealed record Device(string Name, string? Type, bool? IsMain, string? Place, string? Purpose)
{
    /// <summary>Whether it has a stand-by; null where not declared.</summary>
    public DeviceRedundancy? Redundancy { get; init; }

    /// <summary>Where it is declared.</summary>
    public SourcePosition Position { get; init; }

    internal SheetPart ToSheet() => SheetForm.At(Position)
        .With("name", Name)
        .With("type", Type)
        .With("main", IsMain switch { true => "true", false => "false", null => null })
        .With("redundant", Redundancy is { } redundancy ? DossierSchema.RedundancyWords[(int)redundancy] : null)
        .With("place", Place)
        .With("purpose", Purpose)
        .Part();
}

/// <summary>A service or software.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">The server it runs on.</param>
/// <param name="Place">Where that is.</param>
/// <param name="OperatingSystem">The server's operating system.</param>
/// <param name="Purpose">What it is used for.</param>
public sealed record ServiceRecord(string Name, string? Server, string? Place, string? OperatingSystem, string? Purpose)
{
    /// <summary>Where it is declared.</summary>
    public SourcePosition Position { get; init; }

    internal SheetPart ToSheet() => SheetForm.At(Position)
        .With("name", Name)
        .With("server", Server)
        .With("place", Place)
        .With("os", OperatingSystem)
        .With("purpose", Purpose)
        .Part();
}

/// <summary>The drawings of a system (12/2022/TT-BTTTT, Điều 8, khoản 3, điểm d).</summary>
/// <param name="Logical">The file of the logical model, as written; null where not declared.</param>
/// <param name="Physical">The file of the physical model, as written; null where not declared.</param>
public sealed record SystemModels(string? Logical, string? Physical);

/// <summary>What the dossier adds about a system of level 4 or 5 (12/2022/TT-BTTTT, Điều 8, khoản 5; 331/2026/NĐ-CP, Điều 22, khoản 5).</summary>
public sealed record HighLevelExplanation
{
    /// <summary>The systems it is related or connected to.</summary>
    public string? RelatedSystems { get; init; }

    /// <summary>The risks of attack and their impact.</summary>
    public string? Risks { get; init; }

    /// <summary>The scope and degree of harm to public interest, order, defence and security.</summary>
    public string? Harm { get; init; }

    /// <summary>Why it must run without unplanned stop.</summary>
    public string? Continuity { get; init; }

    /// <summary>The file of the detailed assessment of risks, as written.</summary>
    public string? RiskReport { get; init; }
}
