using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Pages;

/// <summary>The law as people read it.</summary>
internal static class RulesPages
{
    private static readonly string[] FactTypes = ["có/không", "một giá trị", "nhiều giá trị", "số nguyên", "ngày", "chữ"];

    public static Page List(RulePackSet packs)
    {
        var page = new Page().Head(1, "CÁC GÓI LUẬT");
        foreach (var regime in packs.Regimes)
        {
            page.Head(2, $"{regime.Header.Id} – {regime.Header.Title}");
            WriteHeader(page, regime.Header);
            page.Table(
                ["Mã", "Cấp độ", "Căn cứ", "Nội dung"],
                [.. regime.Criteria.Select(criterion => (IReadOnlyList<Span>)[criterion.Id, $"{criterion.Level}", criterion.Citation.ToString(), criterion.Title])]);
            page.Blank();
        }

        foreach (var directive in packs.Directives)
        {
            page.Head(2, $"{directive.Header.Id} – {directive.Header.Title}");
            WriteHeader(page, directive.Header);
            page.Table(
                ["Mã", "Hạn", "Nội dung"],
                [.. directive.Obligations.Select(obligation => (IReadOnlyList<Span>)[obligation.Id, Due(obligation), obligation.Title])]);
            page.Blank();
        }

        foreach (var catalogue in packs.Requirements.Concat(packs.Checks))
        {
            page.Head(2, $"{catalogue.Header.Id} – {catalogue.Header.Title}");
            WriteHeader(page, catalogue.Header);
            RequirementPages.WriteTable(page, catalogue);
            page.Blank();
        }

        foreach (var contents in packs.DossierContents)
        {
            page.Head(2, $"{contents.Header.Id} – {contents.Header.Title}");
            WriteHeader(page, contents.Header);
            page.Line($"{contents.Documents.Count} thành phần, {contents.Contents.Count} nội dung, {contents.Consistency.Count} việc soát mâu thuẫn.");
            page.Blank();
        }

        CrosswalkPages.List(page, packs);
        ProcedurePages.List(page, packs);
        return page.Line($"{packs.Facts.All.Count} dữ kiện; xem từng mục: emrsec rules show <mã>");
    }

    /// <summary>The page of one rule, pack or fact; null where there is none of that id.</summary>
    public static Page? Show(RulePackSet packs, string id)
    {
        if (packs.Facts.Find(id) is { } fact)
        {
            return ShowFact(packs, fact);
        }

        if (packs.FindRegime(id) is { } whole)
        {
            return ShowRegime(whole);
        }

        if (packs.Directives.FirstOrDefault(directive => Same(directive.Header.Id, id)) is { } pack)
        {
            return ShowDirective(pack);
        }

        if ((ShowCatalogue(packs, id) ?? CrosswalkPages.Show(packs, id)) is { } listed)
        {
            return listed;
        }

        if (ProcedurePages.Show(packs, id) is { } procedure)
        {
            return procedure;
        }

        var page = new Page();
        var found = false;
        foreach (var catalogue in packs.Requirements.Concat(packs.Checks))
        {
            if (catalogue.Find(id) is { } requirement)
            {
                RequirementPages.Write(page, catalogue, requirement);
                found = true;
            }
        }

        foreach (var regime in packs.Regimes)
        {
            foreach (var criterion in regime.Criteria.Where(criterion => Same(criterion.Id, id) || Same($"{regime.Header.Id}/{criterion.Id}", id)))
            {
                WriteCriterion(page, regime, criterion);
                found = true;
            }
        }

        foreach (var (directive, obligation) in packs.Directives.SelectMany(directive => directive.Obligations.Select(obligation => (directive, obligation))))
        {
            if (Same(obligation.Id, id))
            {
                WriteObligation(page, directive, obligation);
                found = true;
            }
        }

        return found ? page : null;
    }

    /// <summary>A catalogue of requirements, of rules beside them, or of contents of the dossier.</summary>
    private static Page? ShowCatalogue(RulePackSet packs, string id)
    {
        var requirements = packs.Requirements.Concat(packs.Checks).FirstOrDefault(catalogue => Same(catalogue.Header.Id, id));
        var contents = packs.DossierContents.FirstOrDefault(each => Same(each.Header.Id, id));
        if ((requirements?.Header ?? contents?.Header) is not { } header)
        {
            return null;
        }

        var page = new Page().Head(1, $"{header.Id} – {header.Title}");
        WriteHeader(page, header);
        page.Item(0, "SHA-256: ", header.Sha256);
        if (requirements is not null)
        {
            RequirementPages.WriteTable(page, requirements);
        }
        else
        {
            ContentPages.Write(page, contents!);
        }

        return page;
    }

    /// <summary>Every id that <see cref="Show"/> knows.</summary>
    public static IEnumerable<string> Ids(RulePackSet packs) =>
        packs.Regimes.SelectMany(regime => regime.Criteria.Select(criterion => criterion.Id).Append(regime.Header.Id))
            .Concat(packs.Directives.SelectMany(directive => directive.Obligations.Select(obligation => obligation.Id).Append(directive.Header.Id)))
            .Concat(packs.DossierContents.Select(contents => contents.Header.Id))
            .Concat(packs.Crosswalks.Select(crosswalk => crosswalk.Id))
            .Concat(packs.Requirements.Concat(packs.Checks).SelectMany(catalogue => catalogue.Requirements.Concat(catalogue.Uncounted).Select(requirement => requirement.Id).Append(catalogue.Header.Id)))
            .Concat(ProcedurePages.Ids(packs))
            .Concat(packs.Facts.All.Select(fact => fact.Id));

    public static Page Gaps(RulePackSet packs, IEnumerable<Regime> regimes)
    {
        var page = new Page();
        foreach (var regime in regimes)
        {
            page.Head(1, $"NHỮNG TRƯỜNG HỢP {regime.Header.Document.Number} KHÔNG CHO CẤP ĐỘ NÀO");
            page.Line("Mỗi mục là một tổ hợp dữ kiện đủ để không tiêu chí nào đạt được, dù các dữ kiện khác ra sao; ít dữ kiện trước. Các dữ kiện có giá trị giả định lấy giá trị đó.");
            page.Blank();
            var gaps = GapFinder.Find(packs, regime);
            for (var i = 0; i < gaps.Count; i++)
            {
                page.Item(0, $"{i + 1,2}. ", string.Join("; ", gaps[i].Facts.Select(fact => $"{fact.Fact.Label}: {fact.Is}")));
                page.Item(2, "", new Span(string.Join(", ", gaps[i].Facts.Select(fact => fact.Fact.Id)), Tone.Muted));
            }

            page.Line(gaps.Count == 0 ? "Không có." : $"{gaps.Count} trường hợp.");
        }

        return page;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static void WriteHeader(Page page, PackHeader header)
    {
        var document = header.Document;
        page.Item(0, "Văn bản: ", $"{document.Cite}; {document.Issuer}, ngày {FactText.Date(document.Issued)}{(document.IsApproximate ? " (ước định)" : "")}");
        page.Item(0, "Hiệu lực: ", $"từ {FactText.Date(header.InForce.From)}{(header.InForce.To is { } to ? $" đến {FactText.Date(to)}" : "")}; phiên bản gói {header.Version}");
    }

    private static Page ShowRegime(Regime regime)
    {
        var page = new Page().Head(1, $"{regime.Header.Id} – {regime.Header.Title}");
        WriteHeader(page, regime.Header);
        page.Item(0, "SHA-256: ", regime.Header.Sha256);
        page.Item(0, "Thành phần: ", $"{regime.Components.Wording} ({regime.Components.Citation})");
        return page.Table(
            ["Mã", "Cấp độ", "Căn cứ", "Nội dung"],
            [.. regime.Criteria.Select(criterion => (IReadOnlyList<Span>)[criterion.Id, $"{criterion.Level}", criterion.Citation.ToString(), criterion.Title])]);
    }

    private static Page ShowDirective(Directive directive)
    {
        var page = new Page().Head(1, $"{directive.Header.Id} – {directive.Header.Title}");
        WriteHeader(page, directive.Header);
        page.Item(0, "Số: ", directive.Header.Document.Number);
        page.Item(0, "SHA-256: ", directive.Header.Sha256);
        foreach (var ground in directive.Header.Document.Grounds)
        {
            page.Item(0, "Căn cứ: ", ground);
        }

        if (directive.Note is { } note)
        {
            page.Item(0, "Ghi chú: ", note);
        }

        page.Blank();
        foreach (var obligation in directive.Obligations)
        {
            WriteObligation(page, directive, obligation);
            page.Blank();
        }

        return page;
    }

    private static void WriteCriterion(Page page, Regime regime, Criterion criterion)
    {
        page.Head(1, $"{criterion.Id} ({regime.Header.Id}) – {criterion.Title}");
        page.Item(0, "Cho cấp độ: ", new Span($"{criterion.Level}", Tone.Strong));
        page.Item(0, "Căn cứ: ", criterion.Citation.ToString());
        page.Item(0, "Nội dung: ", regime.Header.Document.Quote(criterion.Wording));
        WriteCondition(page, "Đạt khi:", criterion.When);
    }

    private static void WriteObligation(Page page, Directive directive, Obligation obligation)
    {
        page.Head(2, $"{obligation.Id} – {obligation.Title}");
        page.Item(0, "Căn cứ: ", $"{obligation.Citation}{(directive.Header.Document.IsApproximate ? " (ngày ban hành ước định)" : "")}");
        page.Item(0, directive.Header.Document.IsCondensed ? "Nội dung: " : "Nguyên văn: ", directive.Header.Document.Quote(obligation.Quote));
        page.Item(0, "Hạn: ", Due(obligation) + (obligation.ThenOngoing ? ", sau đó duy trì thường xuyên" : ""));
        if (obligation.DoneWhen.Count > 0)
        {
            page.Item(0, "Coi là xong khi có: ", string.Join("; ", obligation.DoneWhen.Select(milestone => $"{milestone.Label} ({milestone.Id})")));
        }

        WriteCondition(page, "Áp dụng khi:", obligation.Binds);
        foreach (var note in obligation.Notes)
        {
            page.Item(0, "Ghi chú: ", note.Text);
        }
    }

    private static void WriteCondition(Page page, string head, Condition condition)
    {
        page.Line(head);
        foreach (var line in ConditionText.Lines(condition))
        {
            var text = line.TrimStart(' ');
            page.Item(1 + ((line.Length - text.Length) / 2), "", text);
        }

        page.Item(0, "Các dữ kiện: ", string.Join(", ", FactsOf(condition).Distinct().Select(fact => fact.Id)));
    }

    private static IEnumerable<FactDefinition> FactsOf(Condition condition) => condition switch
    {
        FactCondition test => [test.Fact],
        AllCondition all => all.Items.SelectMany(FactsOf),
        AnyCondition any => any.Items.SelectMany(FactsOf),
        NotCondition not => FactsOf(not.Inner),
        ComponentCondition component => FactsOf(component.Inner),
        MeetsCondition meets => meets.Criteria.SelectMany(criterion => FactsOf(criterion.When)),
        _ => [],
    };

    private static Page ShowFact(RulePackSet packs, FactDefinition fact)
    {
        var page = new Page().Head(1, $"{fact.Id} – {fact.Label}");
        page.Item(0, "Kiểu: ", FactTypes[(int)fact.Type] + (fact.AllowNone ? $", hoặc none ({fact.NoneLabel})" : ""));
        page.Item(0, "Câu hỏi: ", fact.Question);
        page.Item(0, "Trợ giúp: ", fact.Help);
        page.Item(0, "Nguồn: ", fact.Source);
        page.Table(["Giá trị", "Nghĩa"], [.. fact.Options.Select(option => (IReadOnlyList<Span>)[option.Id, option.Label])]);
        if (fact.Presumed is { } presumed)
        {
            page.Item(0, "Khi chưa khai, giả định: ", $"{FactText.Describe(fact, presumed.Value)}. {presumed.Why}");
        }

        var users = packs.Regimes.SelectMany(regime => regime.Criteria.Where(criterion => FactsOf(criterion.When).Contains(fact)).Select(criterion => $"{regime.Header.Id}/{criterion.Id}"))
            .Concat(packs.Directives.SelectMany(directive => directive.Obligations).Where(obligation => FactsOf(obligation.Binds).Contains(fact) || obligation.DoneWhen.Contains(fact)).Select(obligation => obligation.Id))
            .Concat(packs.Requirements.SelectMany(catalogue => catalogue.Requirements)
                .Where(requirement => requirement.Products.Select(product => product.When).Append(requirement.AppliesWhen).OfType<Condition>().Any(condition => FactsOf(condition).Contains(fact)))
                .Select(requirement => requirement.Id));
        return page.Item(0, "Được hỏi trong: ", string.Join(", ", users.DefaultIfEmpty("chưa quy tắc nào")));
    }

    private static string Due(Obligation obligation) => obligation switch
    {
        { Kind: DueKind.Ongoing, Due: { } until } => $"thường xuyên, đến hết {FactText.Date(until)}",
        { Kind: DueKind.Ongoing } => "thường xuyên",
        { Kind: DueKind.From, Due: { } from } => $"từ {FactText.Date(from)}",
        { Due: { } due } => FactText.Date(due),
        _ => "–",
    };
}
