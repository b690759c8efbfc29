using EmrSec.Reports.Signing.Keys;

namespace EmrSec.Reports.Signing.Making;

/// <summary>Brings a signature up to the level asked for, step by step, or takes all of it back.</summary>
internal static class LevelRaiser
{
    /// <summary>Signs a file and raises the signature's level.</summary>
    public static SigningOutcome Sign(IGrowingPdf file, SigningKey key, SigningOptions options)
    {
        string? shortfall = null;
        var reached = SignatureLevel.Basic;
        var field = string.Empty;
        if (options.Level >= SignatureLevel.Timestamped)
        {
            try
            {
                field = Append(file, key, options, stamped: true);
                reached = SignatureLevel.Timestamped;
            }
            catch (SigningException e) when (options.AllowLower && e.Code is "KY030" or "KY031")
            {
                shortfall = e.Message;
            }
        }

        if (reached == SignatureLevel.Basic)
        {
            field = Append(file, key, options, stamped: false);
        }

        return new SigningOutcome(field, reached, shortfall);
    }

    private static string Append(IGrowingPdf file, SigningKey key, SigningOptions options, bool stamped)
    {
        byte[] update;
        string field;
        using (var source = file.Open())
        {
            update = SignatureMaker.Sign(source, key, options, stamped, out field);
        }

        file.Append(update);
        return field;
    }
}
