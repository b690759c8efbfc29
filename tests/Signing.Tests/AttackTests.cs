using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

public class AttackTests
{
    public static TheoryData<string> Names => [.. Attacks.All.Select(attack => attack.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Attack_is_rejected_for_its_own_reason(string name)
    {
        var attack = Attacks.All.Single(attack => attack.Name == name);
        Verifying.ShouldBe(Verifying.Verify(attack.Make()), attack.Indication, attack.Reason, attack.Problem);
    }

    [Fact]
    public void A_signature_cut_off_is_missed_where_the_number_is_known()
    {
        var once = Signing.Sign(TinyPdf.Make("head", "appraiser", "approver"), TestAuthority.Head, "head");
        Verifying.ShouldPass(once, 1);
        var report = Verifying.Verify(once, options => options with { ExpectedCount = 3 });
        Verifying.ShouldBe(report, Indication.Failed, SubIndication.SignedDataNotFound, SignatureProblem.CountDiffers);
    }

    [Fact]
    public void A_file_without_signature_does_not_pass() =>
        Verifying.ShouldBe(Verifying.Verify(TinyPdf.Make("head")), Indication.Failed, SubIndication.SignedDataNotFound, SignatureProblem.NoSignature);
}
