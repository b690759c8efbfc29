namespace EmrSec.Dossiers.Tests.Intake;

public sealed class ValueErrorTests
{
    private const string System = "systems:\n  - id: emr\n    name: EMR\n";

    [Theory]
    [InlineData("  beds: ▸\"850\"\n", "KD007", "bỏ dấu nháy")]
    [InlineData("  beds: ▸300 giường\n", "KD007", "viết liền các chữ số, không dấu chấm, không đơn vị: 10000")]
    [InlineData("  beds: ▸1.5\n", "KD007", "10000")]
    [InlineData(System + "    users: ▸10.000\n", "KD007", "không đơn vị: 10000")]
    [InlineData(System + "    users: ▸1 250 000\n", "KD007", "không đơn vị: 1250000")]
    [InlineData("  kind: ▸hopital\n", "KD004", "«hospital»")]
    [InlineData("  kind: ▸[hospital]\n", "KD002", null)]
    [InlineData("  dayTreatment: ▸có\n", "KD006", null)]
    [InlineData("  dayTreatment: ▸\"true\"\n", "KD006", "bỏ dấu nháy")]
    [InlineData("milestones:\n  emrCompleted: ▸2026-02-30\n", "KD005", "kiểm tra lại ngày và tháng (năm-tháng-ngày)")]
    [InlineData("milestones:\n  emrCompleted: ▸20/9/2025\n", "KD005", "viết năm-tháng-ngày: 2025-09-20")]
    [InlineData("milestones:\n  emrCompleted: ▸31/02/2025\n", "KD005", "viết năm-tháng-ngày, ví dụ 2026-02-28")]
    [InlineData("milestones:\n  emrCompleted: ▸chưa\n", "KD004", "chưa hoàn thành thì viết none, không có nháy")]
    [InlineData("milestones:\n  emrCompleted: ▸\"none\"\n", "KD004", "viết none")]
    [InlineData(System + "    information: ▸private\n", "KD002", "[a]")]
    [InlineData(System + "    information: ▸[]\n", "KD009", "chưa biết thì xoá dòng này")]
    [InlineData(System + "    information: [private, ▸persona]\n", "KD004", "«personal»")]
    [InlineData(System + "    publicServiceGrade: ▸5\n", "KD008", null)]
    [InlineData(System + "    proposedLevel: ▸6\n", "KD008", null)]
    [InlineData(System + "    dataSubjects: ▸5\n", "KD002", null)]
    [InlineData(System + "    zones: [{ name: A, kind: ▸dzm }]\n", "KD004", "«dmz»")]
    [InlineData(System + "    zones: [▸{ kind: dmz }]\n", "KD003", null)]
    [InlineData(System + "    devices: [{ name: A, main: ▸yes }]\n", "KD006", null)]
    [InlineData(System + "    zones: ▸none\n", "KD002", "[a, b]")]
    [InlineData("documents:\n  overview: ▸a.pdf\n", "KD002", null)]
    [InlineData("documents:\n  overview: { issued: ▸2026-13-01 }\n", "KD005", "kiểm tra lại ngày và tháng")]
    [InlineData("owner: ▸Sở Y tế\n", "KD002", null)]
    public void A_value_of_the_wrong_kind_is_an_error_at_its_place(string text, string code, string? help)
    {
        var error = Reading.ReadBroken(Reading.Begin + text, code);
        if (help is not null)
        {
            error.Help.ShouldNotBeNull().ShouldContain(help);
        }
    }

    [Fact]
    public void Several_errors_come_out_of_one_run_in_the_order_of_the_file()
    {
        var result = Reading.Read(
            """
            schema: emrsec.dossier/1
            facility:
              name: Bệnh viện mẫu
              kind: hopital
            systems:
              - id: emr
                name: EMR
                user: 5
                proposedLevel: 9
                zones: [{ kind: dmz }]
              - id: emr
                name: Trùng
            answers:
              lab/tt12.m.1.1.1: { status: done }
            milestones:
              emrCompleted: 2026-02-30
            """);
        result.Dossier.ShouldBeNull();
        result.Diagnostics.Items.Select(item => (item.Code, item.Position.Line, item.Position.Column)).ShouldBe(
        [
            ("KD004", 4, 9),
            ("KD001", 8, 5),
            ("KD008", 9, 20),
            ("KD003", 10, 13),
            ("HS005", 11, 9),
            ("HS006", 14, 3),
            ("KD004", 14, 31),
            ("KD005", 16, 17),
        ]);
    }
}
