using System.Globalization;
using System.Text.RegularExpressions;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>An attack: how the file is made, and what has to be said of it.</summary>
internal sealed record Attack(string Name, Indication Indication, SubIndication Reason, SignatureProblem Problem, Func<byte[]> Make);

/// <summary>The attacks that signed PDFs are known to suffer, each as a file made anew.</summary>
internal static partial class Attacks
{
    private const int Page = 10;
    private const int Content = 11;
    private const int HeadField = 12;
    private const int ApproverField = 16;

    private static readonly Lazy<byte[]> One = new(() => Signing.Sign(TinyPdf.Make("head", "appraiser", "approver"), TestAuthority.Head, "head"));
    private static readonly Lazy<byte[]> Certified = new(() => Signing.Sign(TinyPdf.Make("head", "appraiser", "approver"), TestAuthority.Head, "head", certify: true));
    private static readonly Lazy<byte[]> Three = new(() => Signing.Three());

    public static IReadOnlyList<Attack> All { get; } =
    [
        // 1. A byte of what was signed.
        Failed("byte-flipped-content", SubIndication.HashFailure, SignatureProblem.BytesChanged, () => RawUpdate.Edit(Three.Value, "Cap do 3", "Cap do 2")),
        Failed("byte-flipped-metadata", SubIndication.HashFailure, SignatureProblem.BytesChanged, () => RawUpdate.Edit(Three.Value, "(To trinh)", "(To trinx)")),
        Failed("signature-value-flipped", SubIndication.SigCryptoFailure, SignatureProblem.ValueWrong, () => FlipValue(One.Value)),

        // 2. Universal signature forgery.
        Failed("contents-missing", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => RawUpdate.Edit(One.Value, "/Contents <", "/Contentz <")),
        Failed("contents-null", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => ReplaceContents(One.Value, hex => "null" + new string(' ', hex.Length - 4))),
        Failed("contents-empty", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => ReplaceContents(One.Value, hex => "<>" + new string(' ', hex.Length - 2))),
        Failed("contents-zeroed", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => ReplaceContents(One.Value, hex => "<" + new string('0', hex.Length - 2) + ">")),
        Failed("contents-one-byte", SubIndication.FormatFailure, SignatureProblem.MessageMalformed, () => ReplaceContents(One.Value, hex => "<30" + new string('0', hex.Length - 4) + ">")),
        Failed("byterange-missing", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => RawUpdate.Edit(One.Value, "/ByteRange [", "/ByteRangx [")),
        Failed("byterange-null", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => ReplaceRange(One.Value, _ => "null")),
        Failed("byterange-empty", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => ReplaceRange(One.Value, _ => "[]")),
        Failed("byterange-zeroed", SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, () => ReplaceRange(One.Value, _ => "[0 0 0 0]")),
        Failed("byterange-negative", SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, () => ReplaceRange(One.Value, numbers => $"[0 {numbers[1]} {numbers[2]} -1]")),
        Failed("byterange-overflow", SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, () => ReplaceRange(One.Value, numbers => $"[0 {numbers[1]} {numbers[2]} 9223372036854775807]")),
        Failed("byterange-short", SubIndication.FormatFailure, SignatureProblem.NotARevision, () => ReplaceRange(One.Value, numbers => $"[0 {numbers[1]} {numbers[2]} {numbers[3] - 20}]")),
        Failed("byterange-six-numbers", SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, () => ReplaceRange(One.Value, numbers => $"[0 {numbers[1]} {numbers[2]} 9 9 9]")),
        Failed("signature-not-a-dictionary", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => RawUpdate.Append(One.Value, (18, "(nothing)"))),

        // 3. Incremental saving.
        Failed("content-replaced", SubIndication.FormatFailure, SignatureProblem.ContentReplaced, () => RawUpdate.Append(Three.Value, (Content, Stream("BT /F1 14 Tf 72 760 Td (Cap do 1) Tj ET")))),
        Failed("page-contents-key", SubIndication.FormatFailure, SignatureProblem.ContentReplaced, () => RawUpdate.Append(Three.Value, (Page, RawUpdate.Body(Three.Value, Page).Replace("/Contents 11 0 R", "/Contents 90 0 R", StringComparison.Ordinal)), (90, Stream("BT ET")))),
        Failed("page-tree-replaced", SubIndication.FormatFailure, SignatureProblem.ContentReplaced, () => RawUpdate.Append(Three.Value, (2, "<</Type/Pages/Count 1/Kids[90 0 R]>>"), (90, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"))),
        Failed("font-replaced", SubIndication.FormatFailure, SignatureProblem.ContentReplaced, () => RawUpdate.Append(Three.Value, (3, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"))),
        Failed("open-action", SubIndication.FormatFailure, SignatureProblem.ActionAdded, () => RawUpdate.Append(Three.Value, (1, RawUpdate.Body(Three.Value, 1).Replace("/Catalog", "/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", StringComparison.Ordinal)))),
        Failed("javascript-names", SubIndication.FormatFailure, SignatureProblem.ActionAdded, () => RawUpdate.Append(Three.Value, (1, RawUpdate.Body(Three.Value, 1).Replace("/Catalog", "/Catalog/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>", StringComparison.Ordinal)))),
        Failed("new-root", SubIndication.FormatFailure, SignatureProblem.ContentReplaced, () => ReplaceTail(RawUpdate.Append(Three.Value, (90, RawUpdate.Body(Three.Value, 1))), "/Root 1 0 R", "/Root 90 0 R")),
        Failed("info-replaced", SubIndication.FormatFailure, SignatureProblem.ContentReplaced, () => RawUpdate.Append(Three.Value, (4, "<</Title(Quyet dinh khac)>>"))),
        Failed("object-deleted", SubIndication.FormatFailure, SignatureProblem.ContentReplaced, () => DeleteObject(Three.Value, 3)),

        // 4. The same without a proper update.
        Failed("bytes-after-eof", SubIndication.FormatFailure, SignatureProblem.FileMalformed, () => [.. Three.Value, .. "garbage\n"u8]),
        Failed("space-after-eof", SubIndication.FormatFailure, SignatureProblem.FileMalformed, () => [.. Three.Value, .. "\n\n\n"u8]),
        Failed("object-without-xref", SubIndication.FormatFailure, SignatureProblem.FileMalformed, () => [.. Three.Value, .. RawUpdate.Bytes($"11 0 obj\n{Stream("BT ET")}\nendobj\n")]),
        Failed("object-and-eof-without-xref", SubIndication.FormatFailure, SignatureProblem.UpdateMalformed, () => [.. Three.Value, .. RawUpdate.Bytes($"11 0 obj\n{Stream("BT ET")}\nendobj\nstartxref\n{RawUpdate.StartXref(Three.Value)}\n%%EOF\n")]),
        Failed("xref-without-trailer", SubIndication.FormatFailure, SignatureProblem.FileMalformed, () => [.. Three.Value, .. RawUpdate.Bytes($"11 0 obj\n{Stream("BT ET")}\nendobj\nxref\n11 1\n{Three.Value.Length:D10} 00000 n \nstartxref\n{Three.Value.Length + Stream("BT ET").Length + 17}\n%%EOF\n")]),
        Failed("hidden-bytes-in-update", SubIndication.FormatFailure, SignatureProblem.UpdateMalformed, () => RawUpdate.Append([.. Three.Value, .. "11 0 obj\n<<>>\nendobj\n"u8], (90, "<<>>"))),
        Failed("prev-skips-the-signatures", SubIndication.FormatFailure, SignatureProblem.SignatureRemoved, () => SkipRevision(Three.Value)),

        // 5. Signature wrapping.
        Failed("wrapped-key-in-the-gap", SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, () => ReplaceContents(One.Value, hex => hex[..^41] + ">/ContactInfo(Ha Noi)".PadRight(41))),
        Failed("gap-wider-than-contents", SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, () => ReplaceRange(One.Value, numbers => $"[0 {numbers[1] - 10} {numbers[2]} {numbers[3]}]")),
        Failed("gap-not-at-contents", SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, () => ReplaceRange(One.Value, numbers => $"[0 {numbers[1] + 2} {numbers[2] - 2} {numbers[3] + 2}]")),
        Failed("range-starts-late", SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, () => ReplaceRange(One.Value, numbers => $"[9 {numbers[1] - 9} {numbers[2]} {numbers[3]}]")),
        Failed("contents-with-spaces", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => ReplaceContents(One.Value, hex => hex[..^3] + "  >")),
        Failed("contents-literal-string", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => ReplaceContents(One.Value, hex => "(" + new string('a', hex.Length - 2) + ")")),
        Failed("contents-indirect", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => ReplaceContents(One.Value, hex => "4 0 R" + new string(' ', hex.Length - 5))),
        Failed("byterange-indirect", SubIndication.FormatFailure, SignatureProblem.SignatureIncomplete, () => ReplaceRange(One.Value, _ => "4 0 R")),

        // 6. Junk behind the signature.
        Failed("junk-after-der", SubIndication.FormatFailure, SignatureProblem.JunkAfterSignature, () => ReplaceContents(One.Value, hex => hex[..^5] + "dead>")),
        Failed("junk-at-once-after-der", SubIndication.FormatFailure, SignatureProblem.JunkAfterSignature, () => ReplaceContents(One.Value, hex => Junk(hex))),

        // 7. Overlays.
        Failed("overlay-annotation", SubIndication.FormatFailure, SignatureProblem.AnnotationChanged, () => Overlay(One.Value)),
        Failed("overlay-annotation-certified", SubIndication.FormatFailure, SignatureProblem.AnnotationChanged, () => Overlay(Certified.Value)),
        Failed("overlay-new-visible-field-certified", SubIndication.FormatFailure, SignatureProblem.VisibleFieldAdded, () => NewField(Certified.Value, "[72 700 300 800]")),
        Failed("overlay-new-unsigned-field", SubIndication.FormatFailure, SignatureProblem.AnnotationChanged, () => NewField(One.Value, "[72 700 300 800]")),
        Failed("overlay-page-wide-signature", SubIndication.FormatFailure, SignatureProblem.AnnotationChanged, () => Signing.Sign(One.Value, TestAuthority.Approver, more: options => options with { NewField = new NewField(1, new PageArea(0, 0, 595, 842)) })),
        Failed("overlay-text-field", SubIndication.FormatFailure, SignatureProblem.FormChanged, () => NewField(One.Value, "[72 700 300 800]", "/FT/Tx/V(Cap do 1)")),

        // 8. Appearances swapped.
        Failed("appearance-swapped", SubIndication.FormatFailure, SignatureProblem.AppearanceChanged, () => RawUpdate.Append(One.Value, (HeadField, WithAppearance(One.Value)), (90, Form))),
        Failed("appearance-stream-replaced", SubIndication.FormatFailure, SignatureProblem.ContentReplaced, () => RawUpdate.Append(One.Value, (HeadField + 1, OtherForm))),
        Failed("field-moved", SubIndication.FormatFailure, SignatureProblem.AppearanceChanged, () => RawUpdate.Append(One.Value, (HeadField, RawUpdate.Body(One.Value, HeadField).Replace("/Rect [72 100 222 200]", "/Rect [72 500 222 600]", StringComparison.Ordinal)))),
        Failed("empty-field-moved", SubIndication.FormatFailure, SignatureProblem.AppearanceChanged, () => RawUpdate.Append(One.Value, (ApproverField, RawUpdate.Body(One.Value, ApproverField).Replace("/Rect[392", "/Rect[112", StringComparison.Ordinal)))),
        Failed("empty-field-drawn", SubIndication.FormatFailure, SignatureProblem.AppearanceChanged, () => RawUpdate.Append(One.Value, (ApproverField, RawUpdate.Body(One.Value, ApproverField).Replace("/N 17 0 R", "/N 90 0 R", StringComparison.Ordinal)), (90, Form))),

        // 9. Rewritten.
        Failed("rewritten-by-qpdf", SubIndication.FormatFailure, SignatureProblem.ByteRangeWrong, () => Qpdf.Convert(Three.Value)),

        // 11. Shadows.
        Failed("shadow-hide", SubIndication.FormatFailure, SignatureProblem.AnnotationChanged, () => Shadow("hide")),
        Failed("shadow-replace-hidden-object", SubIndication.FormatFailure, SignatureProblem.UpdateMalformed, () => Shadow("hide-and-replace")),
        Failed("shadow-dangling-reference", SubIndication.FormatFailure, SignatureProblem.UpdateMalformed, () => Shadow("dangling")),
        Failed("shadow-form-value", SubIndication.FormatFailure, SignatureProblem.FormChanged, () => Shadow("form")),
        Failed("hybrid-disagrees", SubIndication.FormatFailure, SignatureProblem.FileMalformed, () => Hybrid(disagree: true)),
        Failed("hybrid-update", SubIndication.FormatFailure, SignatureProblem.UpdateMalformed, () => Hybrid(disagree: false)),
        Failed("second-certification", SubIndication.FormatFailure, SignatureProblem.LateCertification, SecondCertification),
        Failed("edit-on-p1", SubIndication.FormatFailure, SignatureProblem.SigningForbidden, SignOnP1),
        Failed("update-names-two-places", SubIndication.FormatFailure, SignatureProblem.FileMalformed, () => RawUpdate.Bytes(RawUpdate.Text(RawUpdate.Append(One.Value, (90, "<<>>"), (91, "<<>>"))).Replace("\n91 1\n", "\n90 1\n", StringComparison.Ordinal))),
        Failed("signature-removed-from-form", SubIndication.FormatFailure, SignatureProblem.SignatureRemoved, () => RawUpdate.Append(One.Value, (HeadField, RawUpdate.Body(TinyPdf.Make("head", "appraiser", "approver"), HeadField)))),
    ];

    private const string Form = "<</Type/XObject/Subtype/Form/BBox[0 0 150 100]/Resources<<>>/Length 0>>\nstream\n\nendstream";

    private const string OtherForm = "<</Type/XObject/Subtype/Form/BBox[0 0 150 100]/Resources<<>>/Length 20>>\nstream\n0 0 150 100 re f    \nendstream";

    private static Attack Failed(string name, SubIndication reason, SignatureProblem problem, Func<byte[]> make) => new(name, Indication.Failed, reason, problem, make);

    private static string Stream(string content) => $"<</Length {content.Length}>>\nstream\n{content}\nendstream";

    private static byte[] ReplaceContents(byte[] pdf, Func<string, string> change)
    {
        var text = RawUpdate.Text(pdf);
        var hex = ContentsPattern().Match(text).Groups[1];
        var changed = change(hex.Value);
        changed.Length.ShouldBe(hex.Length);
        return RawUpdate.Bytes(text[..hex.Index] + changed + text[(hex.Index + hex.Length)..]);
    }

    private static byte[] ReplaceRange(byte[] pdf, Func<long[], string> change)
    {
        var text = RawUpdate.Text(pdf);
        var range = RangePattern().Match(text);
        var changed = change([.. range.Groups[1].Value.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))]);
        return RawUpdate.Bytes(text[..(range.Index + 11)] + changed.PadRight(range.Length - 11) + text[(range.Index + range.Length)..]);
    }

    private static byte[] FlipValue(byte[] pdf) => ReplaceContents(pdf, hex =>
    {
        var end = hex.TrimEnd('>').TrimEnd('0').Length;
        return hex[..(end - 8)] + (hex[end - 8] == '1' ? '2' : '1') + hex[(end - 7)..];
    });

    private static string Junk(string hex)
    {
        var length = 2 * (4 + Convert.ToInt32(hex.Substring(5, 4), 16));
        return hex[..(1 + length)] + "cafe" + hex[(5 + length)..];
    }

    private static byte[] ReplaceTail(byte[] pdf, string from, string to)
    {
        var text = RawUpdate.Text(pdf);
        var place = text.LastIndexOf(from, StringComparison.Ordinal);
        return RawUpdate.Bytes(text[..place] + to + text[(place + from.Length)..]);
    }

    private static byte[] DeleteObject(byte[] pdf, int number) =>
        [.. pdf, .. RawUpdate.Bytes($"xref\n{number} 1\n0000000000 00001 f \ntrailer\n<</Size 90/Root 1 0 R/Info 4 0 R/Prev {RawUpdate.StartXref(pdf)}>>\nstartxref\n{pdf.Length}\n%%EOF\n")];

    // The last update's table claims to follow the file's first, so that what lies between is forgotten by readers but stays in the bytes.
    private static byte[] SkipRevision(byte[] three)
    {
        var text = RawUpdate.Text(three);
        var first = StartXrefs().Matches(text)[0].Groups[1].Value;
        var update = RawUpdate.Append(three, (90, "<<>>"));
        return ReplaceTail(update, $"/Prev {RawUpdate.StartXref(three)}", $"/Prev {first}");
    }

    private static byte[] Overlay(byte[] pdf) => RawUpdate.Append(
        pdf,
        (Page, RawUpdate.Body(pdf, Page).Replace("/Annots[", "/Annots[90 0 R ", StringComparison.Ordinal).Replace("/Annots[90 0 R 12 0 R 14 0 R 16 0 R]", "/Annots[12 0 R 14 0 R 16 0 R 90 0 R]", StringComparison.Ordinal)),
        (90, "<</Type/Annot/Subtype/FreeText/Rect[72 750 300 790]/Contents(Cap do 1)/DA(/F1 14 Tf)>>"));

    private static byte[] NewField(byte[] pdf, string rectangle, string kind = "/FT/Sig") => RawUpdate.Append(
        pdf,
        (1, RawUpdate.Body(pdf, 1).Replace("16 0 R]", "16 0 R 90 0 R]", StringComparison.Ordinal)),
        (Page, RawUpdate.Body(pdf, Page).Replace("16 0 R]", "16 0 R 90 0 R]", StringComparison.Ordinal)),
        (90, $"<</Type/Annot/Subtype/Widget{kind}/T(more)/F 4/Rect{rectangle}/P 10 0 R/AP<</N 91 0 R>>>>"),
        (91, Form));

    private static string WithAppearance(byte[] pdf) => RawUpdate.Body(pdf, HeadField).Replace("/N 13 0 R", "/N 90 0 R", StringComparison.Ordinal);

    // The forger made the file that was signed, with something prepared in it.
    private static byte[] Shadow(string kind)
    {
        var extraPage = kind == "dangling" ? "/PieceInfo 90 0 R" : string.Empty;
        var pdf = kind switch
        {
            "hide" => TinyPdf.Make(["head", "appraiser", "approver"], 1, "1.7", extraPage: string.Empty),
            _ => TinyPdf.Make(["head", "appraiser", "approver"], 1, "1.7", extraPage: extraPage),
        };
        if (kind == "form")
        {
            pdf = AddTextField(pdf);
        }

        var hiddenAt = 0;
        if (kind == "hide-and-replace")
        {
            // Another version of the content lies in the bytes, where no table names it.
            var text = RawUpdate.Text(pdf);
            var xref = text.LastIndexOf("xref\n0 ", StringComparison.Ordinal);
            hiddenAt = xref;
            var hidden = $"11 0 obj\n{Stream("BT /F1 14 Tf 72 760 Td (Cap do 1) Tj ET")}\nendobj\n";
            pdf = RawUpdate.Bytes((text[..xref] + hidden + text[xref..]).Replace($"startxref\n{xref}\n", $"startxref\n{xref + hidden.Length}\n", StringComparison.Ordinal));
        }

        var signed = Signing.Sign(pdf, TestAuthority.Head, "head");
        return kind switch
        {
            "hide" => RawUpdate.Append(signed, (Page, RawUpdate.Body(signed, Page).Replace("/Annots[12 0 R 14 0 R 16 0 R]", "/Annots[12 0 R]", StringComparison.Ordinal))),
            "hide-and-replace" => [.. signed, .. RawUpdate.Bytes($"xref\n11 1\n{hiddenAt:D10} 00000 n \ntrailer\n<</Size 90/Root 1 0 R/Info 4 0 R/Prev {RawUpdate.StartXref(signed)}>>\nstartxref\n{signed.Length}\n%%EOF\n")],
            "dangling" => RawUpdate.Append(signed, (90, "<</Shown(now)>>")),
            _ => RawUpdate.Append(signed, (80, "<</Type/Annot/Subtype/Widget/FT/Tx/T(level)/V(1)/Rect[300 600 400 620]/P 10 0 R>>")),
        };
    }

    private static byte[] AddTextField(byte[] pdf) => RawUpdate.Append(
        pdf,
        (1, RawUpdate.Body(pdf, 1).Replace("16 0 R]", "16 0 R 80 0 R]", StringComparison.Ordinal)),
        (Page, RawUpdate.Body(pdf, Page).Replace("16 0 R]", "16 0 R 80 0 R]", StringComparison.Ordinal)),
        (80, "<</Type/Annot/Subtype/Widget/FT/Tx/T(level)/V(3)/Rect[300 600 400 620]/P 10 0 R>>"));

    private static byte[] Hybrid(bool disagree)
    {
        var signed = One.Value;
        var content = Stream("BT /F1 14 Tf 72 760 Td (Cap do 1) Tj ET");
        var first = $"11 0 obj\n{content}\nendobj\n";
        var place = signed.Length + first.Length;
        var record = new byte[] { 1, (byte)(signed.Length >> 24), (byte)(signed.Length >> 16), (byte)(signed.Length >> 8), (byte)signed.Length, 0 };
        var stream = $"90 0 obj\n<</Type/XRef/Size 91/W[1 4 1]/Index[11 1]/Length 6>>\nstream\n{RawUpdate.Text(record)}\nendstream\nendobj\n";
        var xref = place + stream.Length;
        var old = RawUpdate.Text(signed).IndexOf("\n11 0 obj\n", StringComparison.Ordinal) + 1;
        var entry = disagree ? $"11 1\n{old:D10} 00000 n \n" : $"90 1\n{place:D10} 00000 n \n";
        return [.. signed, .. RawUpdate.Bytes($"{first}{stream}xref\n{entry}trailer\n<</Size 91/Root 1 0 R/Info 4 0 R/XRefStm {place}/Prev {RawUpdate.StartXref(signed)}>>\nstartxref\n{xref}\n%%EOF\n")];
    }

    // Our own signer refuses to certify late, so the certification is prepared in a copy of the field's value.
    private static byte[] SecondCertification()
    {
        using var key = SigningKey.Of(TestAuthority.Approver, TestAuthority.Intermediate);
        return PdfSignerForTests.SignUnchecked(Certified.Value, key, "approver", certificationLevel: 2);
    }

    private static byte[] SignOnP1()
    {
        using var key = SigningKey.Of(TestAuthority.Head, TestAuthority.Intermediate);
        var locked = PdfSignerForTests.SignUnchecked(TinyPdf.Make("head", "appraiser", "approver"), key, "head", certificationLevel: 1);
        using var second = SigningKey.Of(TestAuthority.Approver, TestAuthority.Intermediate);
        return PdfSignerForTests.SignUnchecked(locked, second, "approver", certificationLevel: null);
    }

    [GeneratedRegex("/Contents (<[0-9a-f]+>)", RegexOptions.None, 1000)]
    private static partial Regex ContentsPattern();

    [GeneratedRegex(@"/ByteRange \[([0-9 ]+)\] *", RegexOptions.None, 1000)]
    private static partial Regex RangePattern();

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF", RegexOptions.None, 1000)]
    private static partial Regex StartXrefs();
}
