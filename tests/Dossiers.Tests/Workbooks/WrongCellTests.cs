namespace EmrSec.Dossiers.Tests.Workbooks;

/// <summary>What a cell cannot be: told by sheet and cell, all at once, and nothing is written.</summary>
public sealed class WrongCellTests
{
    private const string Text =
        """
        schema: emrsec.dossier/1
        facility: { name: Bệnh viện A }
        systems:
          - { id: emr, name: Bệnh án, function: internal, information: [private], zones: [ { name: Z } ] }
          - { id: lan, name: Mạng, function: infrastructure, information: [private], infrastructureScope: one-body }
        answers:
          tt12.m.1.1.1: { status: met }
        """;

    public static TheoryData<string, string, string, string, string> Typed => new()
    {
        { "BT013", "Cơ sở", "facility.kind", "value", "bệnh viện lớn" },
        { "BT014", "Cơ sở", "milestones.emrCompleted", "value", "31/02/2026" },
        { "BT014", "Cơ sở", "milestones.emrCompleted", "value", "sắp xong" },
        { "BT015", "Cơ sở", "facility.beds", "value", "ba trăm" },
        { "BT015", "Cơ sở", "facility.beds", "value", "-1" },
        { "BT015", "Cơ sở", "facility.beds", "value", "12.34" },
        { "BT013", "Hệ thống", "continuous", "system:emr", "có thể" },
        { "BT015", "Hệ thống", "proposedLevel", "system:emr", "6" },
        { "BT024", "Hệ thống", "id", "system:emr", "khac" },
        { "BT019", "Hệ thống", "users", "new:1", "5" },
        { "BT024", "Vùng mạng", "emr[0]", "@system", "emz" },
        { "BT019", "Vùng mạng", "+1", "name", "Không có hệ thống" },
        { "BT025", "Yêu cầu", "tt12.m.1.1.2", "how", "Đã làm" },
        { "BT026", "Minh chứng", "+1", "file", "a.pdf" },
        { "BT026", "Minh chứng", "+1", "answers", "tt12.m.1.1.1" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void What_was_typed_is_refused(string code, string sheet, string row, string column, string text) =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Type(sheet, row, column, text)), code).Position.ToString().ShouldStartWith($"so.xlsx: {sheet}!");

    [Fact]
    public void A_cell_is_named_as_the_program_names_it()
    {
        var place = "";
        var book = Hand.Edit(Books.Write(Text), hand =>
        {
            hand.Type("Hệ thống", "continuous", "system:lan", "có thể");
            place = hand.Place("Hệ thống", "continuous", "system:lan");
        });
        place.ShouldStartWith("Hệ thống!E");
        Books.ReadBroken(book, "BT013", place).ToString().ShouldBe($"so.xlsx: {place}: lỗi BT013: «Vận hành 24/7» không nhận «có thể»; chọn trong danh sách: Có; Không");
    }

    [Fact]
    public void A_formula_is_refused_whatever_it_gives() =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Formula("Cơ sở", "facility.address", "value", "1+1", "2")), "BT011");

    [Fact]
    public void An_error_of_the_spreadsheet_is_refused() =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Wrong("Cơ sở", "facility.address", "value", "#REF!")), "BT012");

    [Theory]
    [InlineData("45000.5")]
    [InlineData("1E+21")]
    [InlineData("0.1")]
    public void A_number_that_may_have_lost_digits_is_no_text(string digits) =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Number("Cơ sở", "facility.code", "value", digits)), "BT016");

    [Theory]
    [InlineData("2026")]
    [InlineData("-3")]
    [InlineData("99999999")]
    public void A_number_that_is_no_day_of_our_time_is_refused(string digits) =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Number("Cơ sở", "milestones.emrCompleted", "value", digits)), "BT014");

    [Fact]
    public void A_set_answered_with_no_in_part_is_not_taken_for_empty() =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Type("Hệ thống", "onlineServices=other", "system:emr", "Không")), "BT017");

    [Fact]
    public void A_set_that_may_not_be_empty_is_not_emptied() =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Type("Hệ thống", "information=private", "system:emr", "Không")), "BT017");

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        var reading = Books.Read(Hand.Edit(Books.Write(Text), hand => hand
            .Type("Cơ sở", "facility.beds", "value", "x").Type("Hệ thống", "users", "system:emr", "y").Type("Yêu cầu", "tt12.m.1.1.1", "due", "z")));
        reading.Text.ShouldBeNull();
        reading.Diagnostics.Items.Select(item => item.Code).ShouldBe(["BT015", "BT015", "BT014"]);
    }

    [Fact]
    public void What_stands_beside_the_tables_is_told_and_not_taken()
    {
        var reading = Books.Read(Hand.Edit(Books.Write(Text), hand => hand.AddRow("Cơ sở", ("value", "ghi chú của tôi"))));
        reading.Text.ShouldBe(Text);
        reading.Diagnostics.Items.ShouldHaveSingleItem().Code.ShouldBe("BT018");
    }

    [Fact]
    public void A_copied_sheet_is_refused_for_nobody_knows_which_counts() =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand =>
        {
            var copy = (DocumentFormat.OpenXml.Spreadsheet.Sheet)hand.Sheet("Cơ sở").CloneNode(true);
            copy.Name = "Cơ sở (2)";
            copy.SheetId = 99;
            hand.Workbook.Sheets!.Append(copy);
        }), "BT020");

    [Fact]
    public void Without_the_hidden_sheet_nothing_is_guessed() => Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Drop("_emrsec")), "BT010");

    [Fact]
    public void A_hidden_sheet_that_was_changed_is_found() =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Type("_emrsec", "dossier.sha256", "value", new string('0', 64))), "BT010");

    [Fact]
    public void A_workbook_of_a_later_version_is_not_read() =>
        Books.ReadBroken(Hand.Edit(Books.Write(Text), hand => hand.Type("_emrsec", "schema", "value", "emrsec.workbook/9")), "BT009");
}
