using EmrSec.Dossiers.Store.Rows;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>A <see cref="CaseQuery"/> as SQL, a page at a time. Each page is a statement of its own: nothing stays open between two of them.</summary>
internal static class CaseFilter
{
    /// <summary>Reads page after page.</summary>
    /// <param name="session">The store.</param>
    /// <param name="query">Which cases.</param>
    /// <param name="select">The query up to WHERE, on a table that has the columns facility and number.</param>
    /// <param name="table">That table; a condition on what only cases have is put to the case where it is another.</param>
    /// <param name="page">How many rows a page has.</param>
    /// <param name="map">Makes a result of a row.</param>
    /// <param name="id">A result's case.</param>
    public static IEnumerable<T> Pages<T>(Session session, CaseQuery query, string select, Table table, int page, Func<RowCursor, T> map, Func<T, CaseId> id)
    {
        for (var after = query.After; ;)
        {
            List<string> conditions = [];
            List<object?> args = [];
            AddWhere(query, table, after, conditions, args);
            var where = conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
            var rows = session.Query(string.Create(CultureInfo.InvariantCulture, $"{select}{where} ORDER BY facility, number LIMIT {page}"), map, [.. args]);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < page)
            {
                yield break;
            }

            after = id(rows[^1]);
        }
    }

    private static void AddWhere(CaseQuery query, Table table, CaseId? after, List<string> conditions, List<object?> args)
    {
        string Arg(object? value)
        {
            args.Add(value);
            return Table.Parameter(args.Count - 1);
        }

        if (query.FacilityCode is { } code)
        {
            conditions.Add($"facility = {Arg(SqlValue.Clean(code))}");
        }

        if (after is { } from)
        {
            conditions.Add($"(facility, number) > ({Arg(SqlValue.Clean(from.FacilityCode))}, {Arg((long)from.Number)})");
        }

        List<string> ofCase = [];
        if (query.Province is { } province)
        {
            ofCase.Add($"cases.province = {Arg(SqlValue.Clean(province))}");
        }

        if (query.States.Count > 0)
        {
            ofCase.Add($"cases.state IN ({string.Join(", ", query.States.Distinct().Select(state => Arg(StoredWords.Of(state))))})");
        }

        if (ofCase.Count > 0)
        {
            var all = string.Join(" AND ", ofCase);
            conditions.Add(table == StoreTables.Cases ? all : $"EXISTS (SELECT 1 FROM cases WHERE cases.facility = {table.Name}.facility AND cases.number = {table.Name}.number AND {all})");
        }
    }
}
