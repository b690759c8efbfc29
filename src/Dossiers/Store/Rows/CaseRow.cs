using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Rows;

/// <summary>A case as a row of <see cref="StoreTables.Cases"/>.</summary>
internal static class CaseRow
{
    public static object?[] Of(CaseFile file) =>
    [
        file.Id.FacilityCode, (long)file.Id.Number, SqlValue.Clean(file.FacilityName), SqlValue.CleanOrNull(file.Province), StoredWords.Of(file.State),
        SqlValue.Of(file.StateSince), (long)file.Revision, file.Version, SqlValue.Of(file.Level), SqlValue.CleanOrNull(file.Regime),
        SqlValue.Of(file.Compilers), SqlValue.Of(file.Appraisers), SqlValue.Of(file.Created), SqlValue.Of(file.Updated),
    ];

    public static CaseFile Read(RowCursor row) => new()
    {
        Id = row.Case(),
        FacilityName = row.Text(),
        Province = row.TextOrNull(),
        State = StoredWords.ToState(row.Text()),
        StateSince = row.Moment(),
        Revision = row.Int(),
        Version = row.Long(),
        Level = row.IntOrNull(),
        Regime = row.TextOrNull(),
        Compilers = row.List(),
        Appraisers = row.List(),
        Created = row.Moment(),
        Updated = row.Moment(),
    };
}
