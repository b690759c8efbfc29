using System.CommandLine;
using EmrSec.Assessor.Commands;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Making;
using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Assessor.Signatures;

/// <summary>The level that a signature is to reach, and who helps to reach it.</summary>
internal sealed class LevelChoice
{
    /// <summary>Names the time-stamping authority for all calls.</summary>
    public const string Variable = "EMRSEC_TSA";

    private readonly Option<string?> _level;
    private readonly Option<string?> _authority = new("--tsa") { HelpName = "địa chỉ", Description = $"Máy chủ dấu thời gian (RFC 3161), http hoặc https; cần từ mức b-t trở lên (mặc định: biến {Variable})" };
    private readonly Option<bool> _lower = new("--allow-lower") { Description = "Nếu TSA, OCSP hoặc CRL không trả lời thì làm mức thấp hơn và nói rõ; không có tuỳ chọn này thì báo lỗi, không ghi gì" };
    private readonly SignatureLevel _default;

    /// <param name="standard">The level where none is named.</param>
    public LevelChoice(SignatureLevel standard)
    {
        _default = standard;
        _level = new Option<string?>("--level") { HelpName = "mức", Description = $"Mức chữ ký: b-b, b-t (có dấu thời gian), b-lt (kèm dữ liệu kiểm tra lâu dài), b-lta (có dấu thời gian lưu trữ) (mặc định: {standard.Label().ToLowerInvariant()})" };
        _level.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && SignatureWords.ParseLevel(result.Tokens[^1].Value) is null)
            {
                result.AddError($"{CallErrors.Prefix}--level: «{result.Tokens[^1].Value}» không phải mức chữ ký; các mức: b-b, b-t, b-lt, b-lta");
            }
        });
        _authority.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Address(result.Tokens[^1].Value) is null)
            {
                result.AddError($"{CallErrors.Prefix}--tsa: «{result.Tokens[^1].Value}» không phải địa chỉ http hoặc https");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_level);
        command.Options.Add(_authority);
        command.Options.Add(_lower);
    }

    public SigningOptions Read(ParseResult call, TrustStore trust, DateTimeOffset time)
    {
        var level = call.GetValue(_level) is { } named ? SignatureWords.ParseLevel(named)!.Value : _default;
        var address = Address(call.GetValue(_authority) ?? Environment.GetEnvironmentVariable(Variable));
        return new SigningOptions
        {
            Time = time,
            Level = level,
            TimeStamps = address is null ? null : new HttpTimeStampAuthority(address),
            Revocation = level >= SignatureLevel.LongTerm ? new HttpRevocationSource() : null,
            Trust = trust,
            AllowLower = call.GetValue(_lower),
        };
    }

    private static Uri? Address(string? written) => Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
