using EmrSec.Reports.Exchange;

namespace EmrSec.Assessor.Exchange;

/// <summary>Puts files into a package under free names, told by their role.</summary>
internal sealed class PackedFiles(ExchangeWriter writer)
{
    public const string Evidence = "minh-chung/", Documents = "tai-lieu/", Papers = "van-ban/";

    /// <summary>How many files are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a file; where its name is taken or may not stand in a package, it gets a number.</summary>
    public void Add(string folder, string name, ExchangeFile file, Stream content)
    {
        var extension = Path.GetExtension(name);
        var free = folder + name.Normalize();
        for (var i = 1; !writer.CanAdd(free); i++)
        {
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{folder}tep-{Count + 1}{(i == 1 ? "" : $"-{i}")}{(extension.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') ? extension : "")}");
        }

        writer.Add(file with { Name = free, Title = name }, content);
        Count++;
    }

    /// <summary>The media type of a file by its extension.</summary>
    public static string MediaType(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".json" => "application/json",
        ".yaml" => "application/yaml",
        ".txt" => "text/plain",
        _ => "application/octet-stream",
    };
}
