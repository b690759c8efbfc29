using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Serving.Digests;

/// <summary>What came of an attempt to send.</summary>
internal enum Delivery
{
    /// <summary>It was taken over.</summary>
    Sent,

    /// <summary>It certainly was not; it may be tried again.</summary>
    Refused,

    /// <summary>It certainly was not, and will not be: the address is wrong.</summary>
    Rejected,

    /// <summary>Nobody knows: the connection broke off before the answer came.</summary>
    Uncertain,
}

/// <summary>One way in which digests leave the house.</summary>
internal interface IDigestChannel
{
    /// <summary>Its name in the store: <c>smtp</c>, <c>folder</c>, <c>webhook</c>.</summary>
    string Name { get; }

    /// <summary>Whether the same digest sent again is known to be the same at the other end, so that an attempt of unknown outcome may be repeated.</summary>
    bool MayRepeat { get; }

    /// <summary>Sends a digest.</summary>
    /// <param name="digest">It.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>What came of it, and why where it was not sent, in Vietnamese.</returns>
    Task<(Delivery Delivery, string? Why)> Send(OutgoingDigest digest, CancellationToken cancellation);
}
