using System.CommandLine;
using EmrSec.Assessor.Commands;
using EmrSec.Assessor.Stores;

namespace EmrSec.Assessor.Cases;

/// <summary>The words that every command about cases has: which store, who acts, which law.</summary>
internal sealed class CaseOptions
{
    public CaseOptions() => Role.AcceptOnlyFromAmong("facility", "appraiser", "approver", "administrator", "auditor");

    public Argument<string> Case { get; } = new("hồ sơ") { Description = "Số hồ sơ, ví dụ 27-001.1; hoặc mã cơ sở: hồ sơ mới nhất của cơ sở ấy" };

    public Option<string?> Store { get; } = StoreWords.Store();

    public Option<string?> As { get; } = StoreWords.As();

    public Option<string?> Role { get; } = new("--role") { HelpName = "vai", Description = "Vai khi làm: facility, appraiser, approver, administrator, auditor; chỉ cần khi tài khoản có nhiều vai cùng làm được" };

    public Option<string?> Rules { get; } = CommonOptions.Rules();

    public Option<string?> Day { get; } = CommonOptions.DayOption("--day", "Ngày của bước này, viết 2026-11-21 hoặc 21/11/2026 (mặc định: ngày của văn bản nếu có, không thì hôm nay)");

    public Option<string?> Reason { get; } = new("--reason") { HelpName = "lời", Description = "Lý do, nội dung yêu cầu" };

    public Option<string> Format { get; } = CommonOptions.Format();

    /// <summary>A command with the words that all have.</summary>
    public Command Command(string name, string description, params IEnumerable<Symbol> own)
    {
        var command = new Command(name, description);
        foreach (var symbol in own)
        {
            switch (symbol)
            {
                case Argument argument:
                    command.Arguments.Add(argument);
                    break;
                case Option option:
                    command.Options.Add(option);
                    break;
            }
        }

        foreach (var option in new Option[] { Store, As, Role, Rules })
        {
            command.Options.Add(option);
        }

        return command;
    }
}
