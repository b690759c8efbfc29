namespace EmrSec.Rules.Requirements;

/// <summary>The kinds of network zones: the words a dossier writes, and what people call them (12/2022/TT-BTTTT, Phụ lục II, mục 1.a).</summary>
internal static class ZoneWords
{
    public static readonly string[] Kinds = ["internal", "border", "dmz", "internal-servers", "wireless", "database", "management", "device-management"];

    private static readonly string[] Names =
    [
        "vùng mạng nội bộ", "vùng mạng biên", "vùng DMZ", "vùng máy chủ nội bộ", "vùng mạng không dây", "vùng máy chủ cơ sở dữ liệu",
        "vùng quản trị", "vùng quản trị thiết bị hệ thống",
    ];

    /// <summary>What people call a kind.</summary>
    /// <param name="kind">The kind, as a dossier writes it.</param>
    public static string Name(string kind) => Names[Array.IndexOf(Kinds, kind)];

    /// <summary>Kinds as bits, in the order of <see cref="Kinds"/>; what is no kind sets none.</summary>
    /// <param name="kinds">The kinds.</param>
    public static int Mask(IEnumerable<string> kinds) => kinds.Select(kind => Array.IndexOf(Kinds, kind)).Where(index => index >= 0).Aggregate(0, (mask, index) => mask | 1 << index);
}
