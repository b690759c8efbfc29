using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>SHA-256 over the outcomes of a run in order: two runs with the same digest found the same of the same revisions.</summary>
internal sealed class RunDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(RunOutcome outcome)
    {
        Span<byte> numbers = stackalloc byte[8];
        var id = Encoding.UTF8.GetBytes(outcome.Case.ToString());
        BinaryPrimitives.WriteInt32LittleEndian(numbers, id.Length);
        _hash.AppendData(numbers[..4]);
        _hash.AppendData(id);
        BinaryPrimitives.WriteInt32LittleEndian(numbers, outcome.Revision);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[4..], outcome.Outcome.Length);
        _hash.AppendData(numbers);
        _hash.AppendData(outcome.Outcome.Span);
    }

    /// <summary>The digest, 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();
}
