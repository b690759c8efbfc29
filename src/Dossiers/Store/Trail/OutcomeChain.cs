using System.Security.Cryptography;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Trail;

/// <summary>
/// One hash for all outcomes of a run in their order: each step is SHA-256 over the last hash and the row's digest (32 bytes each). The hash
/// stands in the run's row, which the audit trail vouches for, so that a hundred thousand outcomes need no entry each.
/// </summary>
internal static class OutcomeChain
{
    /// <summary>The hash with one more outcome.</summary>
    /// <param name="chain">The hash so far.</param>
    /// <param name="row">The outcome's row.</param>
    public static string Next(string chain, object?[] row) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(chain), .. RowDigest.Compute(StoreTables.Outcomes, row)]));
}
