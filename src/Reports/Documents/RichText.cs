using System.Collections;
using System.Runtime.CompilerServices;

namespace EmrSec.Reports.Documents;

/// <summary>Text in runs of one look each. A plain <see cref="string"/> converts to it; <c>[run, run]</c> makes one.</summary>
[CollectionBuilder(typeof(RichText), nameof(Create))]
public sealed class RichText : IReadOnlyList<Run>
{
    private readonly Run[] _runs;

    private RichText(Run[] runs) => _runs = runs;

    /// <summary>No text.</summary>
    public static RichText Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _runs.Length;

    /// <summary>Whether there is nothing to read in it.</summary>
    public bool IsEmpty => Array.TrueForAll(_runs, run => run.Text.Length == 0);

    /// <inheritdoc/>
    public Run this[int index] => _runs[index];

    /// <summary>Plain text as the only run.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator RichText(string text) => FromString(text);

    /// <summary>Plain text as the only run.</summary>
    /// <param name="text">The text.</param>
    public static RichText FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new RichText([new Run(text)]);
    }

    /// <summary>Text in runs.</summary>
    /// <param name="runs">The runs.</param>
    public static RichText Create(ReadOnlySpan<Run> runs) => new(runs.ToArray());

    /// <inheritdoc/>
    public IEnumerator<Run> GetEnumerator() => ((IEnumerable<Run>)_runs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _runs.GetEnumerator();

    /// <summary>The text alone.</summary>
    public override string ToString() => string.Concat(_runs.Select(run => run.Text));
}
