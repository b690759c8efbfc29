using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing.Cms;
using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Reports.Signing.Verifying;

internal enum RevocationState
{
    /// <summary>Nothing usable is known.</summary>
    Unknown,

    /// <summary>Not revoked, as of late enough.</summary>
    Good,

    Revoked,
}

/// <summary>What is known of a certificate's revocation.</summary>
/// <param name="State">Good, revoked or unknown.</param>
/// <param name="RevokedAt">When, if it was revoked.</param>
/// <param name="IsStored">Known from what the file itself brings along.</param>
internal sealed record RevocationFinding(RevocationState State, DateTimeOffset? RevokedAt, bool IsStored);

/// <summary>Reads OCSP answers and revocation lists, trusting only what the issuer or its responder signed.</summary>
internal sealed class RevocationJudge
{
    private readonly List<OcspAnswer> _answers = [];
    private readonly List<RevocationList> _lists = [];
    private readonly RevocationSource? _online;

    /// <summary>Reads what a file brings along; what cannot be read is of no use and left out.</summary>
    public RevocationJudge(IEnumerable<byte[]> answers, IEnumerable<byte[]> lists, RevocationSource? online)
    {
        _online = online;
        AddAnswers(answers, _answers);
        AddLists(lists, _lists);
    }

    /// <summary>Certificates that came with OCSP answers.</summary>
    public IEnumerable<byte[]> Certificates => _answers.SelectMany(answer => answer.Certificates);

    /// <summary>What is known of a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">Its issuer.</param>
    /// <param name="time">When it was used; what is known has to reach up to there.</param>
    /// <param name="now">The time of judging; what comes from later is not believed.</param>
    public RevocationFinding Find(X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset time, DateTimeOffset now)
    {
        var stored = Judge(_answers, _lists, certificate, issuer, time, now);
        if (stored.State != RevocationState.Unknown || _online is null)
        {
            return new RevocationFinding(stored.State, stored.RevokedAt, IsStored: true);
        }

        var data = _online.Find(certificate, issuer);
        var (answers, lists) = (new List<OcspAnswer>(), new List<RevocationList>());
        AddAnswers(data.OcspAnswers, answers);
        AddLists(data.RevocationLists, lists);
        var fetched = Judge(answers, lists, certificate, issuer, time, now);
        return new RevocationFinding(fetched.State, fetched.RevokedAt, IsStored: false);
    }

    private static (RevocationState State, DateTimeOffset? RevokedAt) Judge(List<OcspAnswer> answers, List<RevocationList> lists, X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset time, DateTimeOffset now)
    {
        var statements = Statements(answers, certificate, issuer).Concat(Statements(lists, certificate, issuer)).Where(statement => statement.ThisUpdate <= now).ToList();
        if (statements.Where(statement => statement.Status == OcspStatus.Revoked).Min(statement => statement.RevokedAt) is { } revoked)
        {
            return (RevocationState.Revoked, revoked);
        }

        // Good as of a time before it was used says nothing, unless the statement claims to be the newest there is.
        var reaches = statements.Exists(statement => statement.Status == OcspStatus.Good && (statement.ThisUpdate >= time || statement.NextUpdate >= time));
        return (reaches ? RevocationState.Good : RevocationState.Unknown, null);
    }

    private static IEnumerable<OcspStatement> Statements(List<OcspAnswer> answers, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        foreach (var answer in answers)
        {
            OcspStatement? statement = null;
            try
            {
                statement = answer.About(certificate, issuer) is { } said && answer.FindResponder(issuer) is not null ? said : null;
            }
            catch (AsnContentException)
            {
                // Of no use.
            }

            if (statement is not null)
            {
                yield return statement;
            }
        }
    }

    private static IEnumerable<OcspStatement> Statements(List<RevocationList> lists, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var serial = new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true);
        var isAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(extension => extension.CertificateAuthority);
        foreach (var list in lists)
        {
            if (list.ForAuthorities is { } scope && scope != isAuthority || !list.IsSignedBy(issuer))
            {
                continue;
            }

            OcspStatement? statement = null;
            try
            {
                var revoked = list.RevokedAt(serial);
                statement = new OcspStatement(revoked is null ? OcspStatus.Good : OcspStatus.Revoked, revoked, list.ThisUpdate, list.NextUpdate);
            }
            catch (AsnContentException)
            {
                // Of no use.
            }

            if (statement is not null)
            {
                yield return statement;
            }
        }
    }

    private static void AddAnswers(IEnumerable<byte[]> encoded, List<OcspAnswer> answers)
    {
        foreach (var bytes in encoded)
        {
            try
            {
                answers.Add(OcspAnswer.Read(bytes));
            }
            catch (CmsFormatException)
            {
                // Of no use.
            }
        }
    }

    private static void AddLists(IEnumerable<byte[]> encoded, List<RevocationList> lists)
    {
        foreach (var bytes in encoded)
        {
            try
            {
                lists.Add(RevocationList.Read(bytes));
            }
            catch (CmsFormatException)
            {
                // Of no use.
            }
        }
    }
}
