using System.CommandLine;
using EmrSec.Assessor.Commands;

namespace EmrSec.Assessor.Signatures;

/// <summary>A file to read, and the one to make of it.</summary>
internal sealed record SigningJob(string Input, string Output);

/// <summary>Which files a call takes, and where their results go.</summary>
internal sealed class OutputChoice
{
    private readonly Argument<string[]> _files = new("tệp") { Arity = ArgumentArity.OneOrMore, Description = "Tệp PDF; nhiều tệp hoặc mẫu như hs/*.pdf thì dùng --out-dir" };

    private readonly Option<string?> _file = new("--out") { HelpName = "tệp", Description = "Tệp sẽ tạo (khi chỉ có một tệp vào)" };

    private readonly Option<string?> _folder = new("--out-dir") { HelpName = "thư mục", Description = "Thư mục đặt các tệp sẽ tạo, giữ nguyên tên; gọi lại thì bỏ qua các tệp đã xong" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_files);
        command.Options.Add(_file);
        command.Options.Add(_folder);
        _files.Validators.Add(result =>
        {
            // Several files swallow every word, also a misspelt option and what stands behind it.
            foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word.StartsWith("--", StringComparison.Ordinal)))
            {
                var nearest = NearestName.Find(word, command.Options.Select(option => option.Name));
                result.AddError($"{CallErrors.Prefix}không hiểu «{word}» trong lời gọi{(nearest is null ? "" : $"; có phải ý anh/chị là «{nearest}»?")}");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(_files) is { } words && words.Any(word => word.StartsWith("--", StringComparison.Ordinal)))
            {
                return;
            }

            var (file, folder) = (result.GetResult(_file) is not null, result.GetResult(_folder) is not null);
            if (file == folder)
            {
                result.AddError($"{CallErrors.Prefix}{(file ? "--out và --out-dir: chỉ dùng một" : "cần nơi đặt tệp sẽ tạo: --out hoặc --out-dir")}");
            }
            else if (file && result.GetValue(_files) is { Length: > 1 })
            {
                result.AddError($"{CallErrors.Prefix}nhiều tệp thì dùng --out-dir, không dùng --out");
            }
        });
    }

    /// <summary>The jobs in the order given; null, with the reason on standard error, where the call cannot be carried out.</summary>
    public IReadOnlyList<SigningJob>? Read(ParseResult call, Screen screen)
    {
        var inputs = (call.GetValue(_files) ?? []).SelectMany(Expand).ToList();
        var folder = call.GetValue(_folder);
        if (call.GetValue(_file) is { } single)
        {
            if (inputs.Count == 1)
            {
                return [new SigningJob(inputs[0], single)];
            }

            screen.Error.WriteLine("lỗi: nhiều tệp thì dùng --out-dir, không dùng --out");
            return null;
        }

        var jobs = inputs.ConvertAll(input => new SigningJob(input, Path.Combine(folder!, Path.GetFileName(input))));
        if (jobs.GroupBy(job => job.Output, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            screen.Error.WriteLine($"lỗi: hai tệp vào cùng tên «{Path.GetFileName(twice.Key)}» sẽ ghi đè nhau trong {folder}; đổi tên hoặc ký riêng");
            return null;
        }

        try
        {
            Directory.CreateDirectory(folder!);
            return jobs;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine($"lỗi: --out-dir: không tạo được thư mục «{folder}»: {e.Message}");
            return null;
        }
    }

    // Windows' command line leaves patterns to the program.
    private static IEnumerable<string> Expand(string written)
    {
        var pattern = Path.GetFileName(written);
        var folder = Path.GetDirectoryName(written) is { Length: > 0 } named ? named : ".";
        return pattern.AsSpan().ContainsAny('*', '?') && !File.Exists(written) && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal).DefaultIfEmpty(written)
            : [written];
    }
}
