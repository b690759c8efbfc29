namespace EmrSec.Assessor.Serving;

/// <summary>What the schedule starts: the re-assessment of a province.</summary>
internal interface IProvinceRun
{
    /// <summary>Goes on with what was broken off, then re-assesses as of a day. Done already: nothing is done again.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Breaks it off between two batches; it can go on later.</param>
    Task Run(DateOnly day, CancellationToken cancellation);

    /// <summary>Sends the digests that are due.</summary>
    /// <param name="cancellation">Ends it after the one in hand.</param>
    /// <returns>How many were sent.</returns>
    Task<int> SendDigests(CancellationToken cancellation);
}
