namespace EmrSec.Reports.Signing.Verifying;

/// <summary>The main result of checking a signature (ETSI EN 319 102-1, 5.1.3).</summary>
public enum Indication
{
    /// <summary>The signature holds.</summary>
    Passed,

    /// <summary>What is there does not suffice to say that it holds or not.</summary>
    Indeterminate,

    /// <summary>The signature does not hold, or the file no longer shows what was signed.</summary>
    Failed,
}

/// <summary>The reason behind an indication (ETSI EN 319 102-1, tables 5 and 6).</summary>
public enum SubIndication
{
    /// <summary>None: it passed.</summary>
    None,

    /// <summary>FORMAT_FAILURE: the signature, or how it sits in the file, is not what the standard describes.</summary>
    FormatFailure,

    /// <summary>HASH_FAILURE: what was signed is not what is there.</summary>
    HashFailure,

    /// <summary>SIG_CRYPTO_FAILURE: the value was not made with the signer's key.</summary>
    SigCryptoFailure,

    /// <summary>NOT_YET_VALID: it existed before its certificate did.</summary>
    NotYetValid,

    /// <summary>SIG_CONSTRAINTS_FAILURE: a demand on signatures is not met.</summary>
    SigConstraintsFailure,

    /// <summary>CHAIN_CONSTRAINTS_FAILURE: a certificate may not be used for this.</summary>
    ChainConstraintsFailure,

    /// <summary>CERTIFICATE_CHAIN_GENERAL_FAILURE: the chain of certificates is broken.</summary>
    CertificateChainGeneralFailure,

    /// <summary>CRYPTO_CONSTRAINTS_FAILURE: an algorithm is too weak.</summary>
    CryptoConstraintsFailure,

    /// <summary>NO_SIGNING_CERTIFICATE_FOUND: the signer's certificate is not there.</summary>
    NoSigningCertificateFound,

    /// <summary>NO_CERTIFICATE_CHAIN_FOUND: the chain does not reach a trusted root.</summary>
    NoCertificateChainFound,

    /// <summary>REVOKED_NO_POE: the certificate is revoked, and nothing proves that it was signed before.</summary>
    RevokedNoPoe,

    /// <summary>REVOKED_CA_NO_POE: the same for a certificate above.</summary>
    RevokedCaNoPoe,

    /// <summary>OUT_OF_BOUNDS_NO_POE: the certificate is out of date, and nothing proves that it was signed before.</summary>
    OutOfBoundsNoPoe,

    /// <summary>TRY_LATER: no usable revocation data at present.</summary>
    TryLater,

    /// <summary>SIGNED_DATA_NOT_FOUND: there is nothing signed.</summary>
    SignedDataNotFound,
}

/// <summary>What exactly is wrong; finer than ETSI's reasons. The names are stable.</summary>
public enum SignatureProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The file is not the PDF that the standard describes.</summary>
    FileMalformed,

    /// <summary>The file is encrypted.</summary>
    FileEncrypted,

    /// <summary>There is no signature.</summary>
    NoSignature,

    /// <summary>There are fewer or more signatures than expected.</summary>
    CountDiffers,

    /// <summary>A signature is in the bytes, but no field of the form shows it any more.</summary>
    SignatureRemoved,

    /// <summary>The signature's dictionary, Contents or ByteRange is missing, empty or of the wrong kind.</summary>
    SignatureIncomplete,

    /// <summary>ByteRange does not cover everything but the one string of Contents.</summary>
    ByteRangeWrong,

    /// <summary>What ByteRange covers is not a revision of the file that has this signature.</summary>
    NotARevision,

    /// <summary>There is something behind the signature within Contents.</summary>
    JunkAfterSignature,

    /// <summary>The kind of signature is not supported.</summary>
    UnsupportedKind,

    /// <summary>The CMS message is malformed.</summary>
    MessageMalformed,

    /// <summary>The bytes differ from what was signed.</summary>
    BytesChanged,

    /// <summary>The value was not made with the signer's key.</summary>
    ValueWrong,

    /// <summary>The signature does not name its certificate, or names another.</summary>
    CertificateNotNamed,

    /// <summary>The signer's certificate is not in the message.</summary>
    CertificateMissing,

    /// <summary>MD5, SHA-1, or a key that is too short.</summary>
    WeakAlgorithm,

    /// <summary>The appended bytes are not a well-formed update.</summary>
    UpdateMalformed,

    /// <summary>Page content, page tree, resources or another object was replaced.</summary>
    ContentReplaced,

    /// <summary>Something that runs or opens was added.</summary>
    ActionAdded,

    /// <summary>An annotation was added or changed.</summary>
    AnnotationChanged,

    /// <summary>What a signature looks like, or where, was changed.</summary>
    AppearanceChanged,

    /// <summary>A visible field was added though the file is certified.</summary>
    VisibleFieldAdded,

    /// <summary>The form or a field of it was changed.</summary>
    FormChanged,

    /// <summary>A signature was added though an earlier one forbids it.</summary>
    SigningForbidden,

    /// <summary>A certification that is not the file's first signature.</summary>
    LateCertification,

    /// <summary>The certificate leads to no trusted root.</summary>
    UntrustedIssuer,

    /// <summary>The chain of certificates is broken.</summary>
    ChainBroken,

    /// <summary>The certificate may not be used for signatures.</summary>
    WrongKeyUsage,

    /// <summary>The certificate had expired.</summary>
    CertificateExpired,

    /// <summary>The certificate was not valid yet.</summary>
    CertificateNotYetValid,

    /// <summary>The certificate was revoked.</summary>
    CertificateRevoked,

    /// <summary>Revocation data is demanded, and there is none.</summary>
    RevocationUnknown,

    /// <summary>A time stamp is malformed, or not over this signature.</summary>
    TimestampWrong,

    /// <summary>A time stamp was not made by a trusted time-stamping authority.</summary>
    TimestampUntrusted,
}

/// <summary>A result with its reason.</summary>
/// <param name="Indication">Passed, indeterminate or failed.</param>
/// <param name="SubIndication">ETSI's reason.</param>
/// <param name="Problem">What exactly.</param>
/// <param name="Explanation">In Vietnamese, for the user.</param>
public sealed record Verdict(Indication Indication, SubIndication SubIndication, SignatureProblem Problem, string Explanation)
{
    /// <summary>It passed.</summary>
    public static Verdict Passed { get; } = new(Indication.Passed, SubIndication.None, SignatureProblem.None, "chữ ký hợp lệ");

    internal static Verdict Failed(SubIndication reason, SignatureProblem problem, string explanation) => new(Indication.Failed, reason, problem, explanation);

    internal static Verdict Indeterminate(SubIndication reason, SignatureProblem problem, string explanation) => new(Indication.Indeterminate, reason, problem, explanation);
}
