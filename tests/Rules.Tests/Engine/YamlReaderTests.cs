using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Tests.Properties;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Tests.Engine;

public class YamlReaderTests
{
    private const string LookAround = "kiểm tra thụt lề, dấu hai chấm, dấu ngoặc và dấu nháy quanh chỗ này";

    [Theory]
    [InlineData("", "t.yaml: lỗi YM004: tệp trống")]
    [InlineData("# chỉ có chú thích\n", "t.yaml: lỗi YM004: tệp trống")]
    [InlineData("a: 1\n\tb: 2\n", "t.yaml:2:1: lỗi YM002: dùng phím Tab để thụt lề; YAML chỉ nhận dấu cách: thay mỗi Tab bằng hai dấu cách")]
    [InlineData("a: 1\r\n  \tb: 2\r\n", "t.yaml:2:3: lỗi YM002: dùng phím Tab để thụt lề; YAML chỉ nhận dấu cách: thay mỗi Tab bằng hai dấu cách")]
    [InlineData("a: 1\nb: \u0001\n", "t.yaml:2:4: lỗi YM003: có ký tự không thuộc văn bản (U+0001); tệp này có đúng là hồ sơ YAML không? Nếu đúng, xoá ký tự này")]
    [InlineData("a: &x 1\n", "t.yaml:1:4: lỗi YM008: tệp dùng neo (&) của YAML; chép lại nội dung thay vì dùng & và *; chữ bắt đầu bằng & cần để trong nháy")]
    [InlineData("a: *x\n", "t.yaml:1:4: lỗi YM008: tệp dùng bí danh (*) của YAML; chép lại nội dung thay vì dùng & và *; chữ bắt đầu bằng * cần để trong nháy")]
    [InlineData("a: !!str 1\n", "t.yaml:1:4: lỗi YM009: tệp dùng thẻ (!) của YAML; bỏ thẻ này; chữ bắt đầu bằng ! cần để trong nháy")]
    [InlineData("a: 1\n---\nb: 2\n", "t.yaml:2:1: lỗi YM005: tệp có nhiều tài liệu YAML (dòng «---»); mỗi tệp chỉ một hồ sơ")]
    [InlineData("[a]: 1\n", "t.yaml:1:1: lỗi YM010: tên mục phải là chữ")]
    public void What_is_not_plain_YAML_is_refused(string text, string expected)
    {
        var (root, diagnostics) = Read(text);
        root.ShouldBeNull();
        diagnostics.ShouldBe([expected]);
    }

    [Theory]
    [InlineData("a: [1, 2\n", 2, 1, "dấu ngoặc [ ] hoặc { } mở mà không đóng, hoặc thiếu dấu phẩy")]
    [InlineData("a: {b: 1]\n", 1, 9, "dấu ngoặc [ ] hoặc { } mở mà không đóng, hoặc thiếu dấu phẩy")]
    [InlineData("a: \"x\nb: 1\n", 1, 4, "dấu nháy mở mà không đóng")]
    [InlineData("a: \"C:\\quy che\"\n", 1, 4, "dấu \\ trong nháy kép viết sai; dùng nháy đơn, hoặc viết \\\\")]
    [InlineData("a: 1\nb\nc: 2\n", 2, 1, "thiếu dấu hai chấm sau tên mục, hoặc thụt lề sai")]
    [InlineData("a:1\nb: 2\n", 2, 2, "dấu hai chấm đặt sai chỗ; chữ có dấu hai chấm cần để trong nháy")]
    [InlineData("a:\n    b: 1\n  c: 2\n", 3, 3, "thiếu dấu hai chấm sau tên mục, hoặc thụt lề sai")]
    [InlineData("title: Kế hoạch: năm 2026\n", 1, 16, "dấu hai chấm đặt sai chỗ; chữ có dấu hai chấm cần để trong nháy")]
    [InlineData("- 1\nb: 2\n", 2, 1, "các mục của danh sách phải bắt đầu bằng dấu gạch ngang và thẳng cột")]
    [InlineData("a: @x\n", 1, 4, "chữ bắt đầu bằng ký tự này cần để trong nháy")]
    public void What_the_parser_stumbles_over_is_said_in_Vietnamese(string text, int line, int column, string what)
    {
        var (root, diagnostics) = Read(text);
        root.ShouldBeNull();
        diagnostics.ShouldBe([$"t.yaml:{line}:{column}: lỗi YM001: không đọc được YAML: {what}; {LookAround}"]);
    }

    [Theory]
    [InlineData("a: [b\nc: 1\n", 2, 1)]
    [InlineData("a: {b: [], c: d}\ne: [f, [g\nh: 1\n", 3, 1)]
    public void A_bracket_still_open_at_the_next_key_is_an_error_there(string text, int line, int column)
    {
        // YamlDotNet itself fails on these with an InvalidOperationException.
        var (root, diagnostics) = Read(text);
        root.ShouldBeNull();
        diagnostics.ShouldBe([$"t.yaml:{line}:{column}: lỗi YM001: không đọc được YAML: dấu ngoặc [ ] hoặc {{ }} mở mà không đóng, hoặc thiếu dấu phẩy; {LookAround}"]);
    }

    [Fact]
    public void A_key_written_twice_is_an_error_that_names_both_lines()
    {
        var (root, diagnostics) = Read("a: 1\nb: 2\na: 3\n");
        diagnostics.ShouldBe(["t.yaml:3:1: lỗi YM011: mục «a» viết hai lần; lần đầu ở dòng 1; giữ lại một"]);
        ((YamlScalar)root.ShouldBeOfType<YamlMapping>()["a"]!).Value.ShouldBe("1");
    }

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    [InlineData(100_000, false)]
    public void Nesting_has_a_limit(int depth, bool accepted)
    {
        var (root, diagnostics) = Read(new string('[', depth) + new string(']', depth));
        (root is not null).ShouldBe(accepted);
        diagnostics.ShouldBe(accepted ? [] : ["t.yaml:1:50: lỗi YM007: các mục lồng nhau quá 48 tầng; kiểm tra dấu ngoặc và thụt lề"]);
    }

    [Fact]
    public void Scalars_are_normalised_to_NFC_and_know_whether_they_were_quoted()
    {
        var root = (YamlMapping)Read("tên: 'Bệnh viện'\nsố: 12\ntrống:\n".Normalize(System.Text.NormalizationForm.FormD)).Root!;
        root["tên"].ShouldBeOfType<YamlScalar>().ShouldSatisfyAllConditions(
            scalar => scalar.Value.ShouldBe("Bệnh viện".Normalize()),
            scalar => scalar.IsPlain.ShouldBeFalse(),
            scalar => scalar.Position.ToString().ShouldStartWith("t.yaml:1:"));
        root["số"].ShouldBeOfType<YamlScalar>().IsPlain.ShouldBeTrue();
        root["trống"].ShouldBeOfType<YamlScalar>().IsNull.ShouldBeTrue();
        ((YamlScalar)((YamlMapping)Read("a: ''\n").Root!)["a"]!).IsNull.ShouldBeFalse();
    }

    [Fact]
    public void A_node_knows_its_place_in_the_text()
    {
        const string text = "# đầu tệp\na: { b: [ x, 'y z' ] }   # chú thích\nc:\n  - d\n  - e: f\n\n# cuối\n";
        var root = (YamlMapping)Read(text).Root!;
        string Written(YamlNode node) => text[node.Start..node.End];
        Written(root["a"]!).ShouldBe("{ b: [ x, 'y z' ] }");
        var list = ((YamlMapping)root["a"]!)["b"].ShouldBeOfType<YamlSequence>();
        Written(list).ShouldBe("[ x, 'y z' ]");
        list.Items.Select(Written).ShouldBe(["x", "'y z'"]);
        list.Items[1].Position.ShouldBe(new SourcePosition("t.yaml", 2, 14));
        Written(root["c"]!).ShouldBe("- d\n  - e: f");
        root["c"]!.Position.ShouldBe(new SourcePosition("t.yaml", 4, 3));
    }

    [Fact]
    public void A_mapping_without_braces_stands_where_its_key_does()
    {
        const string text = "a: 1\nb: [x, c: 2]\n";
        var pair = ((YamlSequence)((YamlMapping)Read(text).Root!)["b"]!).Items[1];
        pair.Position.ShouldBe(new SourcePosition("t.yaml", 2, 8));
        text[pair.Start..pair.End].ShouldBe("c: 2");
    }

    [Fact]
    public void A_value_left_out_at_the_end_of_the_text_stands_within_the_text()
    {
        const string text = "a: 1\nb:";
        var value = ((YamlMapping)Read(text).Root!)["b"]!;
        (value.Start, value.End).ShouldBe((text.Length, text.Length));
    }

    [Fact]
    public void Half_a_character_is_no_text()
    {
        // Lone surrogates cannot stand in an attribute's argument.
        foreach (var text in new[] { "a: \ud83d\n", "a: \ude00\n", "a: \ude00\ud83d\n" })
        {
            Read(text).Diagnostics.ShouldHaveSingleItem().ShouldStartWith("t.yaml:1:4: lỗi YM003: ");
        }

        Read("a: \ud83d\ude00\n").Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused_with_a_place_in_it() => Law.Holds(
        20_000,
        law => string.Concat(Enumerable.Range(0, law.Random.Next(1, 25)).Select(_ => law.Pick(Pieces))),
        text =>
        {
            var diagnostics = new DiagnosticBag();
            var root = YamlReader.Read(text, "t.yaml", diagnostics);
            (root is not null || diagnostics.HasErrors).ShouldBeTrue();
            foreach (var finding in diagnostics.Items)
            {
                finding.Position.File.ShouldBe("t.yaml");
                finding.Position.Line.ShouldBeInRange(0, text.Length + 1);
                finding.Position.Column.ShouldBeInRange(0, text.Length + 1);
            }

            Places(root, text.Length);
        },
        text => Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1)));

    private static readonly string[] Pieces =
    [
        "a", "b", "1", "é", "e\u0301", ":", ": ", "- ", "-", "[", "]", "{", "}", ",", "\n", "\n ", "\n  ", "\r\n", "\r", "\t", "'", "\"", "#", " #", "|", "|2", ">", ">-", "?", "? ", "&", "*",
        "!", "!!", "%", "@", "`", "\\", "\\x", "\\u00", "\\U9999", "99999", "---", "\n---\n", "...", "~", "<<", "+", "%YAML 1.2\n", "%TAG ! x\n", "\u2028", "\u0085", "\ufeff", "\ud83d", "\ude00", "\0",
    ];

    private static void Places(YamlNode? node, int length)
    {
        if (node is null)
        {
            return;
        }

        node.Start.ShouldBeInRange(0, node.End);
        node.End.ShouldBeInRange(node.Start, length);
        var inner = node switch
        {
            YamlSequence sequence => sequence.Items,
            YamlMapping mapping => mapping.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }),
            _ => [],
        };
        foreach (var each in inner)
        {
            Places(each, length);
        }
    }

    private static (YamlNode? Root, List<string> Diagnostics) Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var root = YamlReader.Read(text, "t.yaml", diagnostics);
        return (root, [.. diagnostics.Items.Select(finding => finding.ToString())]);
    }
}
