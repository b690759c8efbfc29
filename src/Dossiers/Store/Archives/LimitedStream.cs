using EmrSec.Dossiers.Files;

namespace EmrSec.Dossiers.Store.Archives;

/// <summary>Reads on, and tells how much was read.</summary>
/// <param name="inner">Where from.</param>
/// <param name="spend">Is told; throws where it is too much.</param>
internal sealed class LimitedStream(Stream inner, Action<int> spend) : PassingStream(inner)
{
    protected override void Passed(ReadOnlySpan<byte> piece) => spend(piece.Length);
}
