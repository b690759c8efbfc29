using System.Net;
using System.Net.Sockets;

namespace EmrSec.Rules.Completeness;

/// <summary>
/// Addresses from one to another, of one family. Written as one address, as a block (<c>10.0.0.0/24</c>) or as two addresses
/// (<c>10.0.0.5-10.0.0.9</c>); several are separated by <c>,</c> or <c>;</c>.
/// </summary>
/// <param name="Written">As it was written.</param>
/// <param name="IsV6">Whether it is of IPv6.</param>
/// <param name="First">The first address as a number.</param>
/// <param name="Last">The last address as a number.</param>
internal sealed record AddressRange(string Written, bool IsV6, UInt128 First, UInt128 Last)
{
    // RFC 1918, RFC 6598, RFC 3927, RFC 1122: not routed on the Internet.
    private static readonly string[] PrivateV4 = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8"];

    // RFC 4193, RFC 4291.
    private static readonly string[] PrivateV6 = ["fc00::/7", "fe80::/10", "::1/128"];

    private static readonly string[] Dashes = ["–", "—", "đến", "-"];

    /// <summary>Whether all of it stays inside; false also where a part reaches the Internet.</summary>
    public bool IsPrivate
    {
        get
        {
            foreach (var block in IsV6 ? PrivateV6 : PrivateV4)
            {
                if (Block(block, block.IndexOf('/', StringComparison.Ordinal), out _) is { } inside && inside.First <= First && Last <= inside.Last)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a part of it stays inside.</summary>
    public bool TouchesPrivate
    {
        get
        {
            foreach (var block in IsV6 ? PrivateV6 : PrivateV4)
            {
                if (Block(block, block.IndexOf('/', StringComparison.Ordinal), out _) is { } inside && Overlaps(inside))
                {
                    return true;
                }
            }

            return false;
        }
    }

    public bool Overlaps(AddressRange other) => IsV6 == other.IsV6 && First <= other.Last && other.First <= Last;

    /// <summary>Reads a field of the dossier.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="wrong">Receives each part that is wrong, with what is wrong about it.</param>
    public static List<AddressRange> ReadAll(string written, List<string> wrong)
    {
        var ranges = new List<AddressRange>();
        foreach (var part in written.Split(',', ';'))
        {
            var text = part.Trim();
            if (Read(text, out var why) is { } range)
            {
                ranges.Add(range);
            }
            else
            {
                wrong.Add(text.Length == 0 ? "có dấu phẩy thừa" : $"«{text}» {why}");
            }
        }

        return ranges;
    }

    private static AddressRange? Read(string text, out string why)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return Block(text, slash, out why);
        }

        foreach (var dash in Dashes)
        {
            var at = text.IndexOf(dash, StringComparison.Ordinal);
            if (at > 0)
            {
                return Between(text, text[..at].Trim(), text[(at + dash.Length)..].Trim(), out why);
            }
        }

        why = "không phải địa chỉ IP";
        return Address(text) is { } single ? Of(text, single, Number(single), Number(single)) : null;
    }

    private static AddressRange? Block(string text, int slash, out string why)
    {
        why = "không phải dải địa chỉ";
        if (Address(text[..slash].Trim()) is not { } address)
        {
            return null;
        }

        var bits = address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32;
        var length = text[(slash + 1)..].Trim();
        if (length.Length is 0 or > 3 || (length.Length > 1 && length[0] == '0') || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) || prefix > bits)
        {
            why = string.Create(CultureInfo.InvariantCulture, $"có độ dài phần mạng không hợp lệ (0 đến {bits})");
            return null;
        }

        var first = Number(address);
        var rest = prefix == bits ? UInt128.Zero : UInt128.MaxValue >> (128 - bits + prefix);
        if ((first & rest) != UInt128.Zero)
        {
            var start = new IPNetwork(Text(first & ~rest, bits), prefix);
            why = $"không bắt đầu ở địa chỉ mạng, có phải {start}?";
            return null;
        }

        return Of(text, address, first, first | rest);
    }

    private static AddressRange? Between(string text, string from, string to, out string why)
    {
        why = "không phải hai địa chỉ IP cùng loại";
        if (Address(from) is not { } first || Address(to) is not { } last || first.AddressFamily != last.AddressFamily)
        {
            return null;
        }

        why = "có địa chỉ cuối nhỏ hơn địa chỉ đầu";
        return Number(last) < Number(first) ? null : Of(text, first, Number(first), Number(last));
    }

    /// <summary>Strictly: IPv4 has four decimal numbers without leading zeros (others read 010 as 8), IPv6 no scope.</summary>
    private static IPAddress? Address(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return text.AsSpan().IndexOfAny('%', '[', ']') < 0 && IPAddress.TryParse(text, out var v6) ? v6 : null;
        }

        var parts = text.Split('.');
        if (parts.Length != 4)
        {
            return null;
        }

        foreach (var part in parts)
        {
            if (part.Length is 0 or > 3 || (part.Length > 1 && part[0] == '0') || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                return null;
            }
        }

        return IPAddress.Parse(text);
    }

    private static AddressRange Of(string text, IPAddress address, UInt128 first, UInt128 last) =>
        new(text, address.AddressFamily == AddressFamily.InterNetworkV6, first, last);

    private static UInt128 Number(IPAddress address)
    {
        var number = UInt128.Zero;
        foreach (var part in address.GetAddressBytes())
        {
            number = (number << 8) | part;
        }

        return number;
    }

    private static IPAddress Text(UInt128 number, int bits)
    {
        var bytes = new byte[bits / 8];
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            bytes[i] = (byte)(number & 0xff);
            number >>= 8;
        }

        return new IPAddress(bytes);
    }
}
