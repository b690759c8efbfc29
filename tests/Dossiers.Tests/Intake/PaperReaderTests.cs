namespace EmrSec.Dossiers.Tests.Intake;

/// <summary>The section <c>papers</c>: what the issuing bodies say of the official papers.</summary>
public sealed class PaperReaderTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var paper = Reading.ReadWhole(Reading.Begin +
            """
            papers:
              appraisal:
                number: 09/ATTT-TĐ
                date: 2025-12-24
                place: Bắc Ninh
                issuer: Hội đồng thẩm định mẫu
                superior: Sở Y tế mẫu
                authority: Chủ tịch mẫu
                to: [Bệnh viện mẫu, Trung tâm mẫu]
                copies: [Như trên, "Lưu: VT"]
                signer: { titles: [KT. Giám đốc, Phó Giám đốc], name: Nguyễn Văn Mẫu }
                operatorSigner: { titles: [Giám đốc], name: Lê Văn Mẫu }
                grounds: [Theo đề nghị của Trưởng phòng]
                partners: [Phòng A]
                method: written
                partnerOpinions: [Thống nhất]
                levelOpinion: Phù hợp
                otherOpinions: [Không]
                result: unfit
                unfit: [Thiếu sơ đồ]
                enforcers: [Chánh Văn phòng]
                expectedApproval: 2026-03-01
                expectedDeployment: 2026-09-30
            """).Papers.ShouldHaveSingleItem();

        paper.Kind.ShouldBe("appraisal");
        paper.Position.Line.ShouldBe(5);
        (paper.Number, paper.Date, paper.Place).ShouldBe(("09/ATTT-TĐ", new DateOnly(2025, 12, 24), "Bắc Ninh"));
        (paper.Issuer, paper.Superior, paper.Authority).ShouldBe(("Hội đồng thẩm định mẫu", "Sở Y tế mẫu", "Chủ tịch mẫu"));
        paper.To.ShouldBe(["Bệnh viện mẫu", "Trung tâm mẫu"]);
        paper.Copies.ShouldBe(["Như trên", "Lưu: VT"]);
        paper.SignerTitles.ShouldBe(["KT. Giám đốc", "Phó Giám đốc"]);
        paper.SignerName.ShouldBe("Nguyễn Văn Mẫu");
        paper.OperatorSignerTitles.ShouldBe(["Giám đốc"]);
        paper.OperatorSignerName.ShouldBe("Lê Văn Mẫu");
        paper.Grounds.ShouldBe(["Theo đề nghị của Trưởng phòng"]);
        paper.Partners.ShouldBe(["Phòng A"]);
        (paper.Method, paper.Result, paper.LevelOpinion).ShouldBe((AppraisalMethod.Written, AppraisalResult.Unfit, "Phù hợp"));
        paper.PartnerOpinions.ShouldBe(["Thống nhất"]);
        paper.OtherOpinions.ShouldBe(["Không"]);
        paper.Unfit.ShouldBe(["Thiếu sơ đồ"]);
        paper.Enforcers.ShouldBe(["Chánh Văn phòng"]);
        (paper.ExpectedApproval, paper.ExpectedDeployment).ShouldBe((new DateOnly(2026, 3, 1), new DateOnly(2026, 9, 30)));
    }

    [Fact]
    public void Every_kind_may_be_declared_and_what_is_not_declared_is_absent()
    {
        var text = Reading.Begin + "papers:\n" + string.Concat(PaperRecord.Kinds.Select(kind => $"  {kind}: {{ number: 01/VB }}\n"));
        var papers = Reading.ReadWhole(text).Papers;

        papers.Select(paper => paper.Kind).ShouldBe(PaperRecord.Kinds);
        papers.ShouldAllBe(paper => paper.Number == "01/VB" && paper.Date == null && paper.SignerName == null && paper.Result == null && paper.Method == null && paper.To.Count == 0);
        Reading.ReadWhole(Reading.Begin).Papers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("papers:\n  ▸decison: { number: x }\n", "KD001", "decision")]
    [InlineData("papers:\n  decision: { ▸numbr: x }\n", "KD001", "number")]
    [InlineData("papers:\n  decision: { signer: { ▸titels: [x] } }\n", "KD001", "titles")]
    [InlineData("papers:\n  reassessment: { operatorSigner: { ▸nmae: x } }\n", "KD001", "name")]
    public void An_unknown_key_is_an_error_that_names_the_right_one(string text, string code, string right) =>
        Reading.ReadBroken(Reading.Begin + text, code).Help.ShouldNotBeNull().ShouldContain($"«{right}»");

    [Theory]
    [InlineData("papers:\n  decision: { date: ▸2025-13-01 }\n")]
    [InlineData("papers:\n  decision: { date: ▸15/01/2026 }\n")]
    [InlineData("papers:\n  yearly-report: { expectedApproval: ▸none }\n")]
    [InlineData("papers:\n  appraisal: { result: ▸fits }\n")]
    [InlineData("papers:\n  appraisal: { method: ▸phone }\n")]
    public void A_value_that_is_none_is_an_error_at_its_place(string marked)
    {
        var mark = marked.IndexOf('▸', StringComparison.Ordinal);
        var result = Reading.Read(Reading.Begin + marked.Remove(mark, 1));

        result.Dossier.ShouldBeNull();
        var error = result.Diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldHaveSingleItem();
        error.Position.Line.ShouldBe(5);
        error.Position.Column.ShouldBe(mark - marked.IndexOf('\n', StringComparison.Ordinal));
    }
}
