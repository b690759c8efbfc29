namespace EmrSec.Dossiers.Store;

/// <summary>How much a store holds.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Id">Its own number, given when it was made; its copies have it too.</param>
/// <param name="Rows">How many rows each table has, by the table's name.</param>
/// <param name="States">How many cases stand in each state.</param>
/// <param name="DatabaseBytes">The database's length.</param>
/// <param name="Files">How many files there are.</param>
/// <param name="FileBytes">Their bytes.</param>
/// <param name="Head">The end of the audit trail.</param>
public sealed record StoreStatistics(StoreInfo Info, string Id, IReadOnlyList<KeyValuePair<string, long>> Rows, IReadOnlyList<KeyValuePair<CaseState, long>> States, long DatabaseBytes, long Files, long FileBytes, TrailHead Head);
