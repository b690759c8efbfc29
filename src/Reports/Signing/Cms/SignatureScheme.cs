using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Reports.Signing.Cms;

internal enum SchemeKind
{
    RsaPkcs1,
    RsaPss,
    Ecdsa,
}

/// <summary>How a signature value is made: the kind of key, the padding and the hash.</summary>
/// <param name="Kind">Key and padding.</param>
/// <param name="Hash">The hash; null where the identifier leaves it to the context.</param>
/// <param name="Salt">The salt's length, PSS only.</param>
internal sealed record SignatureScheme(SchemeKind Kind, HashAlgorithmName? Hash, int Salt = 0)
{
    /// <summary>What an identifier says; null where it is unknown or its parameters are not supported.</summary>
    public static SignatureScheme? Of(AlgorithmIdentifier algorithm) => algorithm.Oid switch
    {
        Oids.Rsa => new(SchemeKind.RsaPkcs1, null),
        Oids.RsaMd5 => new(SchemeKind.RsaPkcs1, HashAlgorithmName.MD5),
        Oids.RsaSha1 => new(SchemeKind.RsaPkcs1, HashAlgorithmName.SHA1),
        Oids.RsaSha256 => new(SchemeKind.RsaPkcs1, HashAlgorithmName.SHA256),
        Oids.RsaSha384 => new(SchemeKind.RsaPkcs1, HashAlgorithmName.SHA384),
        Oids.RsaSha512 => new(SchemeKind.RsaPkcs1, HashAlgorithmName.SHA512),
        Oids.RsaPss => Pss(algorithm.Parameters),
        Oids.EcdsaSha1 => new(SchemeKind.Ecdsa, HashAlgorithmName.SHA1),
        Oids.EcdsaSha256 => new(SchemeKind.Ecdsa, HashAlgorithmName.SHA256),
        Oids.EcdsaSha384 => new(SchemeKind.Ecdsa, HashAlgorithmName.SHA384),
        Oids.EcdsaSha512 => new(SchemeKind.Ecdsa, HashAlgorithmName.SHA512),
        _ => null,
    };

    /// <summary>Writes the identifier.</summary>
    public void Write(AsnWriter writer)
    {
        var hash = Hash ?? throw new InvalidOperationException();
        using var sequence = writer.PushSequence();
        writer.WriteObjectIdentifier((Kind, hash.Name) switch
        {
            (SchemeKind.RsaPss, _) => Oids.RsaPss,
            (SchemeKind.RsaPkcs1, "SHA256") => Oids.RsaSha256,
            (SchemeKind.RsaPkcs1, "SHA384") => Oids.RsaSha384,
            (SchemeKind.RsaPkcs1, _) => Oids.RsaSha512,
            (_, "SHA256") => Oids.EcdsaSha256,
            (_, "SHA384") => Oids.EcdsaSha384,
            _ => Oids.EcdsaSha512,
        });
        if (Kind == SchemeKind.RsaPkcs1)
        {
            writer.WriteNull();
        }
        else if (Kind == SchemeKind.RsaPss)
        {
            WritePss(writer, hash);
        }
    }

    /// <summary>Whether a signature value is right.</summary>
    /// <param name="certificate">Whose public key decides.</param>
    /// <param name="hash">The hash that was used.</param>
    /// <param name="digest">The hash of what was signed.</param>
    /// <param name="signature">The value.</param>
    public bool Verify(X509Certificate2 certificate, HashAlgorithmName hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        try
        {
            using AsymmetricAlgorithm? key = Kind == SchemeKind.Ecdsa ? certificate.GetECDsaPublicKey() : certificate.GetRSAPublicKey();
            return key is not null && Verify(key, hash, digest, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The same with a public key that is at hand.</summary>
    /// <exception cref="CryptographicException">The key cannot do it.</exception>
    public bool Verify(AsymmetricAlgorithm key, HashAlgorithmName hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature) => (Kind, key) switch
    {
        (SchemeKind.Ecdsa, ECDsa ecdsa) => ecdsa.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence),
        (SchemeKind.RsaPkcs1, RSA rsa) => rsa.VerifyHash(digest, signature, hash, RSASignaturePadding.Pkcs1),
        (SchemeKind.RsaPss, RSA rsa) => rsa.VerifyHash(digest, signature, hash, RSASignaturePadding.Pss),
        _ => false,
    };

    // RFC 4055, 3.1: hash, MGF1 with the same hash, salt length; the trailer is always 1.
    private static SignatureScheme? Pss(ReadOnlyMemory<byte> parameters)
    {
        if (parameters.IsEmpty)
        {
            return null;
        }

        var sequence = new AsnReader(parameters, AsnEncodingRules.DER).ReadSequence();
        var (hash, mask, salt) = (Oids.Sha1, Oids.Sha1, 20);
        if (Tagged(sequence, 0) is { } hashField)
        {
            hash = AlgorithmIdentifier.Read(hashField).Oid;
        }

        if (Tagged(sequence, 1) is { } maskField)
        {
            var generator = AlgorithmIdentifier.Read(maskField);
            if (generator.Oid is not Oids.Mgf1 || generator.Parameters.IsEmpty)
            {
                return null;
            }

            mask = AlgorithmIdentifier.Read(new AsnReader(generator.Parameters, AsnEncodingRules.DER)).Oid;
        }

        if (Tagged(sequence, 2) is { } saltField && !saltField.TryReadInt32(out salt))
        {
            return null;
        }

        if (Tagged(sequence, 3) is { } trailer && (!trailer.TryReadInt32(out var one) || one != 1))
        {
            return null;
        }

        return string.Equals(hash, mask, StringComparison.Ordinal) && HashNames.Of(hash) is { } name && salt == HashNames.Length(name) ? new SignatureScheme(SchemeKind.RsaPss, name, salt) : null;
    }

    private static AsnReader? Tagged(AsnReader reader, int number)
    {
        var tag = new Asn1Tag(TagClass.ContextSpecific, number, isConstructed: true);
        return reader.HasData && reader.PeekTag().HasSameClassAndValue(tag) ? reader.ReadSequence(tag) : null;
    }

    private static void WritePss(AsnWriter writer, HashAlgorithmName hash)
    {
        using var parameters = writer.PushSequence();
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            AlgorithmIdentifier.WriteHash(writer, hash);
        }

        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.Mgf1);
            AlgorithmIdentifier.WriteHash(writer, hash);
        }

        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 2)))
        {
            writer.WriteInteger(HashNames.Length(hash));
        }
    }
}
