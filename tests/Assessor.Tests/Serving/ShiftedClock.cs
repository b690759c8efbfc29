namespace EmrSec.Assessor.Tests.Serving;

/// <summary>A clock that shows another time, stands still until it is let go, and then goes on from there.</summary>
internal sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private long _letGo;

    public override DateTimeOffset GetUtcNow() =>
        Interlocked.Read(ref _letGo) is not 0 and var letGo ? start + TimeSpan.FromMilliseconds(Environment.TickCount64 - letGo) : start;

    public void LetGo() => Interlocked.CompareExchange(ref _letGo, Environment.TickCount64, 0);
}
