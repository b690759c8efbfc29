namespace EmrSec.Reports.Signing.Cms;

/// <summary>The bytes are not the CMS, time stamp, OCSP answer or revocation list that they should be.</summary>
internal sealed class CmsFormatException : Exception
{
    public CmsFormatException(string message)
        : base(message)
    {
    }

    public CmsFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public CmsFormatException()
    {
    }
}
