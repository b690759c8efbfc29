namespace EmrSec.Dossiers.Store.Rows;

/// <summary>The words that states and roles are kept as; they never change, whatever the code calls them.</summary>
internal static class StoredWords
{
    private static readonly string[] States =
    [
        "draft", "submitted", "returned", "accepted", "in-appraisal", "supplement-requested", "appraised-fit", "appraised-unfit", "approved", "refused", "in-force", "superseded",
    ];

    private static readonly string[] Roles = ["facility", "appraiser", "approver", "administrator", "auditor"];

    public static string Of(CaseState state) => States[(int)state];

    public static string? Of(CaseState? state) => state is { } there ? Of(there) : null;

    public static CaseState ToState(string word) => (CaseState)Index(States, word);

    public static CaseState? ToStateOrNull(string? word) => word is null ? null : ToState(word);

    public static string Of(ActorRole role) => Roles[(int)role];

    public static ActorRole ToRole(string word) => (ActorRole)Index(Roles, word);

    private static int Index(string[] words, string word) =>
        Array.IndexOf(words, word) is >= 0 and var index ? index : throw StoreErrors.Altered($"dòng có chữ lạ «{word}»");
}
