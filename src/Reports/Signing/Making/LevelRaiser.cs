using EmrSec.Reports.Signing.Keys;
using EmrSec.Reports.Signing.Reading;
using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Reports.Signing.Making;

/// <summary>Brings signatures up to the level asked for, step by step.</summary>
internal static class LevelRaiser
{
    // What cannot be had from outside just now; everything else is wrong for good.
    private static readonly string[] Unreachable = ["KY030", "KY031", "KY032", "KY033", "KY035", "KY037"];

    /// <summary>Signs a file and raises the signature's level.</summary>
    public static SigningOutcome Sign(IGrowingPdf file, SigningKey key, SigningOptions options)
    {
        string? shortfall = null;
        var reached = SignatureLevel.Basic;
        var field = string.Empty;
        if (options.Level >= SignatureLevel.Timestamped)
        {
            (shortfall, reached) = Try(options, SignatureLevel.Basic, SignatureLevel.Timestamped, () => field = Sign(file, key, options, stamped: true));
        }

        if (reached == SignatureLevel.Basic)
        {
            field = Sign(file, key, options, stamped: false);
        }
        else
        {
            (shortfall, reached) = Raise(file, field, options);
        }

        return new SigningOutcome(field, reached, shortfall);
    }

    /// <summary>Raises the level of all signatures that a file has.</summary>
    public static SigningOutcome Extend(IGrowingPdf file, SigningOptions options)
    {
        if (options.Level == SignatureLevel.Basic)
        {
            throw new SigningException("KY038", "mức B-B không phải là mức để nâng lên", "chọn B-T, B-LT hoặc B-LTA");
        }

        var (shortfall, reached) = Try(options, SignatureLevel.Basic, SignatureLevel.Timestamped, () => StampWhereNeeded(file, options));
        if (reached == SignatureLevel.Timestamped)
        {
            (shortfall, reached) = Raise(file, field: null, options);
        }

        return new SigningOutcome(string.Empty, reached, shortfall);
    }

    private static (string? Shortfall, SignatureLevel Reached) Raise(IGrowingPdf file, string? field, SigningOptions options)
    {
        string? shortfall = null;
        var reached = SignatureLevel.Timestamped;
        if (options.Level >= SignatureLevel.LongTerm)
        {
            (shortfall, reached) = Try(options, reached, SignatureLevel.LongTerm, () => Append(file, source => ValidationData.Store(source, field, options)));
        }

        if (options.Level == SignatureLevel.Archival && reached == SignatureLevel.LongTerm)
        {
            (shortfall, reached) = Try(options, reached, SignatureLevel.Archival, () => Stamp(file, options));
        }

        return (shortfall, reached);
    }

    private static (string? Shortfall, SignatureLevel Reached) Try(SigningOptions options, SignatureLevel before, SignatureLevel after, Action step)
    {
        try
        {
            step();
            return (null, after);
        }
        catch (SigningException e) when (options.AllowLower && Unreachable.Contains(e.Code, StringComparer.Ordinal))
        {
            return (e.Message, before);
        }
    }

    private static string Sign(IGrowingPdf file, SigningKey key, SigningOptions options, bool stamped)
    {
        var field = string.Empty;
        Append(file, source => SignatureMaker.Sign(source, key, options, stamped, out field));
        return field;
    }

    // A time stamp over the file serves every signature that has none of its own.
    private static void StampWhereNeeded(IGrowingPdf file, SigningOptions options)
    {
        using (var source = file.Open())
        {
            var document = PdfDocument.Open(source);
            if (!FormFields.Read(document).Any(field => field is { IsSignature: true, Value: not null }))
            {
                throw new SigningException("KY039", "tệp không có chữ ký nào để nâng mức", "ký tệp trước");
            }
        }

        Stamp(file, options);
    }

    private static void Stamp(IGrowingPdf file, SigningOptions options)
    {
        TimeStampAuthority authority = options.TimeStamps ?? throw new SigningException("KY030", "chưa biết máy chủ dấu thời gian (TSA)", "chỉ ra địa chỉ TSA");
        Append(file, source => SignatureMaker.StampDocument(source, authority, options.Time));
    }

    private static void Append(IGrowingPdf file, Func<ByteSource, byte[]> make)
    {
        byte[] update;
        using (var source = file.Open())
        {
            update = make(source);
        }

        file.Append(update);
    }
}
