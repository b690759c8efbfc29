namespace EmrSec.Dossiers.Tests.Store;

/// <summary>A clock that a test sets; it stands still until then.</summary>
internal sealed class ManualClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
