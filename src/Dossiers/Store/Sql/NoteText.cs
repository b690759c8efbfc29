using System.Text.Json;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>What a caller says in an entry of its own: JSON that vouches for no row.</summary>
internal static class NoteText
{
    /// <summary>The text, if it may stand in an entry.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="ArgumentException">It is no JSON, or it speaks of rows as only the store does.</exception>
    public static string? Check(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(SqlValue.Clean(json));
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(ChangeSet.RowsKey, out _))
            {
                throw new ArgumentException($"«{ChangeSet.RowsKey}» is the store's own word", nameof(json));
            }

            return SqlValue.Clean(json);
        }
        catch (JsonException e)
        {
            throw new ArgumentException("an entry's text is JSON", nameof(json), e);
        }
    }
}
