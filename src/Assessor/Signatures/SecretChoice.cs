using System.CommandLine;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Keys;

namespace EmrSec.Assessor.Signatures;

/// <summary>Where the PIN or password comes from: a variable, a descriptor, or the keyboard; never an argument, which every list of processes shows.</summary>
internal sealed class SecretChoice
{
    private readonly Option<string?> _variable = new("--pin-env") { HelpName = "biến", Description = "Lấy PIN hoặc mật khẩu từ biến môi trường này" };

    private readonly Option<int?> _descriptor = new("--pin-fd") { HelpName = "số", Description = "Lấy PIN hoặc mật khẩu từ dòng đầu của mô tả tệp đang mở này (Linux, macOS), ví dụ --pin-fd 3 3<tệp" };

    public void AddTo(Command command)
    {
        command.Options.Add(_variable);
        command.Options.Add(_descriptor);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_variable) is not null && result.GetResult(_descriptor) is not null)
            {
                result.AddError($"{Commands.CallErrors.Prefix}--pin-env và --pin-fd: chỉ dùng một");
            }
        });
    }

    public SecretSource Source(ParseResult call, Screen screen, string what)
    {
        if (call.GetValue(_variable) is { } variable)
        {
            return SecretSource.Environment(variable);
        }

        return call.GetValue(_descriptor) is { } descriptor ? SecretSource.Descriptor(descriptor) : SecretSource.Prompt(() => Ask(screen, what));
    }

    private static string Ask(Screen screen, string what)
    {
        screen.Error.Write($"{what}: ");
        screen.Error.Flush();
        var typed = screen.ReadSecret is { } hidden ? hidden() : screen.In.ReadLine();
        screen.Error.WriteLine();
        return typed ?? throw new SigningException("KY067", "không có ai nhập PIN hoặc mật khẩu", "nhập khi được hỏi, hoặc dùng --pin-env, --pin-fd");
    }
}
