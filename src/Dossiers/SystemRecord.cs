namespace EmrSec.Dossiers;

/// <summary>One information system, or one component of it.</summary>
public sealed record SystemRecord
{
    /// <summary>Its id, unique among all systems and components of the dossier: answers are addressed by it.</summary>
    public required string Id { get; init; }

    /// <summary>Its name; its id where none is declared.</summary>
    public required string Name { get; init; }

    /// <summary>The facts declared about it.</summary>
    public FactSet Facts { get; init; } = FactSet.Empty;

    /// <summary>The level the facility proposes (1–5); null where not declared.</summary>
    public int? ProposedLevel { get; init; }

    /// <summary>Its network zones.</summary>
    public IReadOnlyList<NetworkZone> Zones { get; init; } = [];

    /// <summary>Its devices.</summary>
    public IReadOnlyList<Device> Devices { get; init; } = [];

    /// <summary>The services and software it runs.</summary>
    public IReadOnlyList<ServiceRecord> Services { get; init; } = [];

    /// <summary>Its components (hệ thống thành phần, 85/2016/NĐ-CP, Điều 5, khoản 2).</summary>
    public IReadOnlyList<SystemRecord> Components { get; init; } = [];

    /// <summary>Where it begins in the file.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>What the rules see of it.</summary>
    public SystemProfile ToProfile() => new(Id, Name, Facts, [.. Components.Select(component => component.ToProfile())], ProposedLevel)
    {
        Zones = [.. Zones.Select(zone => zone.Kind is { } kind ? Intake.DossierSchema.ZoneWords[(int)kind] : "")],
    };

    internal IEnumerable<SystemRecord> WithComponents() => Components.SelectMany(component => component.WithComponents()).Prepend(this);
}

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
public sealed record NetworkZone(string Name, ZoneKind? Kind, string? PrivateIp, string? PublicIp);

/// <summary>A device, or a series of like ones.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, such as «Tường lửa».</param>
/// <param name="IsMain">Whether it is a main device (thiết bị chính); null where not declared.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Purpose">What it is used for.</param>
public sealed record Device(string Name, string? Type, bool? IsMain, string? Place, string? Purpose);

/// <summary>A service or software.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">The server it runs on.</param>
/// <param name="Place">Where that is.</param>
/// <param name="OperatingSystem">The server's operating system.</param>
/// <param name="Purpose">What it is used for.</param>
public sealed record ServiceRecord(string Name, string? Server, string? Place, string? OperatingSystem, string? Purpose);
