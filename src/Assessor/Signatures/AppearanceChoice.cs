using System.CommandLine;
using System.Globalization;
using EmrSec.Assessor.Commands;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Making;

namespace EmrSec.Assessor.Signatures;

/// <summary>What a signature shows, and where it shows when the file has no field for it.</summary>
internal sealed class AppearanceChoice
{
    private const decimal PointsPerMillimetre = 72m / 25.4m;

    private readonly Option<string?> _image = new("--image") { HelpName = "tệp", Description = "Ảnh chữ ký tay màu xanh, PNG nền trong suốt" };
    private readonly Option<string?> _seal = new("--seal") { HelpName = "tệp", Description = "Ảnh con dấu màu đỏ, PNG nền trong suốt; trùm khoảng một phần ba chữ ký về bên trái" };
    private readonly Option<string?> _sealWidth = new("--seal-width") { HelpName = "mm", Description = "Bề ngang thật của con dấu (mặc định: 36)" };
    private readonly Option<int> _page = new("--page") { HelpName = "trang", Description = "Trang của ô chữ ký mới, đi cùng --area (mặc định: 1)", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _area = new("--area") { HelpName = "trái,dưới,rộng,cao", Description = "Tạo ô chữ ký mới ở vùng này, tính bằng mm từ góc dưới bên trái của trang" };

    public void AddTo(Command command)
    {
        _sealWidth.Validators.Add(result => Check(result, 1, "--seal-width: viết một số mm lớn hơn 0, ví dụ 36"));
        _area.Validators.Add(result => Check(result, 4, "--area: viết bốn số mm «trái,dưới,rộng,cao», ví dụ 110,40,60,24; rộng và cao lớn hơn 0"));
        foreach (var option in new Option[] { _image, _seal, _sealWidth, _page, _area })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What to show; null = nothing was asked for.</summary>
    /// <exception cref="SigningException">A picture cannot be read.</exception>
    public SignatureAppearance? Appearance(ParseResult call)
    {
        var (image, seal) = (call.GetValue(_image), call.GetValue(_seal));
        if (image is null && seal is null)
        {
            return null;
        }

        var look = new SignatureAppearance { Handwriting = Load(image), Seal = Load(seal) };
        return call.GetValue(_sealWidth) is { } width ? look with { SealWidth = Numbers(width, 1)![0] * PointsPerMillimetre } : look;
    }

    /// <summary>The field to make; null = none was asked for.</summary>
    public NewField? NewField(ParseResult call) => call.GetValue(_area) is { } area && Numbers(area, 4) is [var left, var bottom, var width, var height]
        ? new NewField(call.GetValue(_page), new PageArea(left * PointsPerMillimetre, bottom * PointsPerMillimetre, width * PointsPerMillimetre, height * PointsPerMillimetre))
        : null;

    private static ReadOnlyMemory<byte>? Load(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigningException("KY042", $"không đọc được tệp ảnh «{path}»", "kiểm tra tên tệp và quyền đọc", e);
        }
    }

    private static void Check(System.CommandLine.Parsing.OptionResult result, int count, string words)
    {
        if (result.Tokens.Count > 0 && Numbers(result.Tokens[^1].Value, count) is null)
        {
            result.AddError(CallErrors.Prefix + words);
        }
    }

    private static decimal[]? Numbers(string written, int count)
    {
        var numbers = new List<decimal>();
        foreach (var part in written.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 5000)
            {
                return null;
            }

            numbers.Add(number);
        }

        // The last two are sizes, and so is a single one.
        return numbers.Count == count && numbers.TakeLast(2).All(number => number > 0) ? [.. numbers] : null;
    }
}
