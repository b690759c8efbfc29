using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EmrSec.Reports.Signing.Cms;

/// <summary>An algorithm and its parameters, as X.509 and CMS write them.</summary>
/// <param name="Oid">The algorithm.</param>
/// <param name="Parameters">Its parameters, encoded; empty where absent.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AlgorithmIdentifier(string Oid, ReadOnlyMemory<byte> Parameters)
{
    /// <summary>Reads one.</summary>
    public static AlgorithmIdentifier Read(AsnReader reader, Asn1Tag? tag = null)
    {
        var sequence = reader.ReadSequence(tag);
        var oid = sequence.ReadObjectIdentifier();
        var parameters = sequence.HasData ? sequence.ReadEncodedValue() : default;
        sequence.ThrowIfNotEmpty();
        return new AlgorithmIdentifier(oid, parameters);
    }

    /// <summary>Writes a hash algorithm; no parameters (RFC 5754, 2).</summary>
    public static void WriteHash(AsnWriter writer, HashAlgorithmName hash)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(HashNames.Oid(hash));
        }
    }
}

/// <summary>Hash algorithms by identifier.</summary>
internal static class HashNames
{
    /// <summary>The hash of an identifier; null where unknown.</summary>
    public static HashAlgorithmName? Of(string oid) => oid switch
    {
        Oids.Sha256 => HashAlgorithmName.SHA256,
        Oids.Sha384 => HashAlgorithmName.SHA384,
        Oids.Sha512 => HashAlgorithmName.SHA512,
        Oids.Sha1 => HashAlgorithmName.SHA1,
        Oids.Md5 => HashAlgorithmName.MD5,
        _ => null,
    };

    public static string Oid(HashAlgorithmName hash) => hash.Name switch
    {
        "SHA256" => Oids.Sha256,
        "SHA384" => Oids.Sha384,
        "SHA512" => Oids.Sha512,
        _ => throw new ArgumentOutOfRangeException(nameof(hash)),
    };

    /// <summary>Collisions can be made at will: ETSI TS 119 312 no longer lists it.</summary>
    public static bool IsWeak(HashAlgorithmName hash) => hash == HashAlgorithmName.MD5 || hash == HashAlgorithmName.SHA1;

    public static int Length(HashAlgorithmName hash) => hash.Name switch
    {
        "SHA256" => 32,
        "SHA384" => 48,
        "SHA512" => 64,
        "SHA1" => 20,
        _ => 16,
    };
}
