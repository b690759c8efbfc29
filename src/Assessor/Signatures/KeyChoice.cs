using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Assessor.Commands;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Keys;
using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Assessor.Signatures;

/// <summary>The key that a call signs with: a file, a token, or the certificate store.</summary>
internal sealed class KeyChoice
{
    private const string WholeStore = "windows";

    private readonly Option<string?> _file = new("--p12") { HelpName = "tệp", Description = "Khoá trong tệp PKCS #12 (.p12, .pfx)" };

    private readonly Option<string?> _token = new("--pkcs11")
    {
        HelpName = "địa chỉ|thư viện",
        Description = "Khoá trong thiết bị PKCS #11 (Linux): địa chỉ pkcs11:token=…;object=… (không kèm PIN), hoặc tệp thư viện của thiết bị (.so) cùng --token; cần --cert",
    };

    private readonly Option<string?> _label = new("--token") { HelpName = "tên", Description = "Tên (nhãn) của thiết bị PKCS #11, đi cùng --pkcs11 <thư viện>" };

    private readonly Option<string?> _object = new("--key") { HelpName = "tên", Description = "Tên (nhãn) của khoá trong thiết bị, đi cùng --token" };

    private readonly Option<string?> _certificate = new("--cert") { HelpName = "tệp", Description = "Chứng thư của khoá trong thiết bị PKCS #11 và các chứng thư trên nó (.pem, .crt, .cer, .der)" };

    private readonly Option<string?> _store = new("--store")
    {
        HelpName = $"vân tay|{WholeStore}",
        Description = $"Khoá trong kho chứng thư (Windows: token hiện ra ở đây): vân tay của chứng thư, hoặc «{WholeStore}» khi kho chỉ có một chứng thư ký được",
    };

    private readonly SecretChoice _secret = new();

    private readonly Option<bool> _untrusted = new("--allow-untrusted") { Description = "Vẫn ký khi chứng thư không dẫn đến gốc được tin cậy; điều này được in ra" };

    /// <summary>Whether a call does without a key; null = never.</summary>
    public Func<System.CommandLine.Parsing.CommandResult, bool>? IsOptional { get; init; }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _file, _token, _label, _object, _certificate, _store })
        {
            command.Options.Add(option);
        }

        _secret.AddTo(command);
        command.Options.Add(_untrusted);
        command.Validators.Add(result =>
        {
            var given = new Option[] { _file, _token, _store }.Count(option => result.GetResult(option) is not null);
            if (given != 1 && !(given == 0 && IsOptional?.Invoke(result) is true))
            {
                result.AddError($"{CallErrors.Prefix}{(given == 0 ? "cần chỉ ra khoá ký: --p12, --pkcs11 hoặc --store" : "--p12, --pkcs11, --store: chỉ dùng một")}");
            }

            if (result.GetResult(_token) is not null && result.GetResult(_certificate) is null)
            {
                result.AddError($"{CallErrors.Prefix}--pkcs11 cần --cert: tệp chứng thư của khoá trong thiết bị");
            }
        });
    }

    /// <summary>Opens the key, asking for its PIN once, and refuses a certificate unfit to sign.</summary>
    /// <exception cref="SigningException">There is no such key, or it is unfit.</exception>
    public SigningKey Open(ParseResult call, TrustStore trust, DateTimeOffset time, Screen screen)
    {
        var key = Open(call, screen);
        try
        {
            foreach (var overridden in CertificateFitness.Require(key, trust, time, call.GetValue(_untrusted)))
            {
                screen.Error.WriteLine($"cảnh báo {overridden.Code}: {overridden.Message}; vẫn ký vì có --allow-untrusted");
            }

            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private SigningKey Open(ParseResult call, Screen screen)
    {
        if (call.GetValue(_file) is { } file)
        {
            return Pkcs12Key.Open(file, _secret.Source(call, screen, $"Mật khẩu của {Path.GetFileName(file)}"));
        }

        if (call.GetValue(_store) is { } store)
        {
            return string.Equals(store, WholeStore, StringComparison.OrdinalIgnoreCase) ? StoreKey.OpenOnly() : StoreKey.Open(store);
        }

        return OpenToken(call, call.GetValue(_token)!, screen);
    }

    private SigningKey OpenToken(ParseResult call, string token, Screen screen)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SigningException("KY072", "trên Windows không dùng --pkcs11", "dùng --store: phần mềm của thiết bị đặt chứng thư vào kho chứng thư");
        }

        var uri = token;
        if (!token.StartsWith("pkcs11:", StringComparison.Ordinal))
        {
            Pkcs11Key.UseModule(token);
            uri = $"pkcs11:{Part("token", call.GetValue(_label))}{Part("object", call.GetValue(_object))}type=private";
        }

        var loaded = TrustStore.Load(call.GetValue(_certificate)!);
        IReadOnlyList<X509Certificate2> certificates = [.. loaded.Others, .. loaded.Roots];
        return Pkcs11Key.Open(uri, certificates, _secret.Source(call, screen, "PIN của thiết bị"));
    }

    private static string Part(string name, string? value) => value is null ? "" : $"{name}={Uri.EscapeDataString(value)};";
}
