namespace EmrSec.Dossiers.Store.Sql;

/// <summary>The tables (Schema/*.sql makes them). Every row of those in <see cref="Audited"/> has its digest in the audit trail.</summary>
internal static class StoreTables
{
    public static readonly Table Cases = new("cases", 2, "facility number:i facility_name province state state_since revision:i version:i level:i regime compilers appraisers created updated");

    public static readonly Table Revisions = new("revisions", 3, "facility number:i revision:i sha256 size:i author at note content:p");

    public static readonly Table CaseFacts = new("case_facts", 2, "facility number:i revision:i layout facts:b");

    public static readonly Table Steps = new("steps", 3, "facility number:i step:i from_state to_state day at account role revision:i reason paper");

    public static readonly Table Papers = new("papers", 3, "facility number:i paper:i kind sha256 size:i name revision:i signers account at");

    public static readonly Table Evidence = new("evidence", 4, "facility number:i name revision:i sha256 size:i media_type requirements issued valid_until account at");

    public static readonly Table Comments = new("comments", 3, "facility number:i comment:i revision:i target words account at reply replied_by replied_at settled:i");

    public static readonly Table Assessments = new("assessments", 3, "facility number:i assessment:i revision:i as_of packs at content:p");

    public static readonly Table Users = new("users", 1, "account full_name roles body email active:i");

    public static readonly Table Runs = new("runs", 1, "run:i as_of scope packs started finished last_facility last_number:i entered:i digest chain");

    /// <summary>Covered by <c>runs.chain</c>, which is in the audit trail.</summary>
    public static readonly Table Outcomes = new("run_outcomes", 3, "run:i facility number:i revision:i outcome:b");

    public static readonly Table Digests = new("digests", 3, "run:i channel recipient subject body attempts:i next_attempt sent failure");

    public static readonly Table Audit = new("audit", 1, "number:i at account role action subject before_json after_json reason previous hash");

    /// <summary>Whose rows the audit trail vouches for, one by one.</summary>
    public static readonly IReadOnlyList<Table> Audited = [Cases, Revisions, CaseFacts, Steps, Papers, Evidence, Comments, Assessments, Users, Runs, Digests];

    /// <summary>Every table that holds what was entered, each after those it refers to.</summary>
    public static readonly IReadOnlyList<Table> All = [.. Audited, Outcomes, Audit];
}
