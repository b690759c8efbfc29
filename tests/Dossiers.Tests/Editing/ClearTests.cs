namespace EmrSec.Dossiers.Tests.Editing;

/// <summary>Taking an answer away.</summary>
public sealed class ClearTests
{
    private const string Head = Reading.Begin + "systems:\n  - id: a\n    name: A\n";

    [Theory]
    [InlineData("    users: 850   # câu hỏi\n", "    users:   # câu hỏi\n")]
    [InlineData("    users:\n      850\n", "    users:\n      \n")]
    [InlineData("    users: 850", "    users:")]
    [InlineData("    users:\n", "    users:\n")]
    [InlineData("    users: ~\n", "    users: ~\n")]
    [InlineData("    kinds: [emr]\n", "    kinds: [emr]\n")]
    [InlineData("    components: [{ id: b, name: B, users: 5 }]\n", "    components: [{ id: b, name: B, users: 5 }]\n")]
    public void A_number_goes_and_its_key_stays(string before, string after) => Edits.Clear(Head + before, "system.users", "a").ShouldBe(Head + after);

    [Theory]
    [InlineData("    kinds: [emr, his]  # gồm\n", "    kinds:  # gồm\n")]
    [InlineData("    kinds:\n      - emr # mới\n      - his\n    users: 5\n", "    kinds:\n      # mới\n    users: 5\n")]
    public void A_list_goes(string before, string after) => Edits.Clear(Head + before, "system.kinds", "a").ShouldBe(Head + after);

    [Fact]
    public void A_block_of_text_goes() =>
        Edits.Clear(Head + "    scope: |  # mô tả\n      một\n    users: 5\n", "system.scope", "a").ShouldBe(Head + "    scope:  # mô tả\n    users: 5\n");

    [Fact]
    public void In_braces_too() =>
        Edits.Clear(Reading.Begin + "systems: [{ id: a, users: 5, name: A }]\n", "system.users", "a").ShouldBe(Reading.Begin + "systems: [{ id: a, users: , name: A }]\n");

    [Fact]
    public void The_former_text_undoes_an_edit()
    {
        var text = Head + "    users: 850\n";
        Edits.TrySet(text, "system.users", 5, "a").Former.ShouldBe(text);
    }
}
