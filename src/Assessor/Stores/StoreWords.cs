using System.CommandLine;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Stores;

/// <summary>The words by which every command about a store says which one it means and who acts.</summary>
internal static class StoreWords
{
    /// <summary>Names the account for all calls.</summary>
    public const string AccountVariable = "EMRSEC_USER";

    public static Option<string?> Store() => new("--store") { HelpName = "nơi", Description = "Kho hồ sơ: tệp SQLite hoặc postgres://… (mặc định: biến EMRSEC_STORE, rồi emrsec.db trong thư mục dữ liệu của người dùng)" };

    public static Option<string?> As() => new("--as") { HelpName = "tài khoản", Description = "Làm với tài khoản này (mặc định: biến EMRSEC_USER, rồi tên đăng nhập máy)" };

    /// <summary>The account's name: as named, else as the environment names it, else the operating system's.</summary>
    public static string Account(string? named) =>
        named ?? (Environment.GetEnvironmentVariable(AccountVariable) is { Length: > 0 } known ? known : Environment.UserName);

    /// <summary>An account of a store, whether it may act or not; null where there is none of that name.</summary>
    public static StoreUser? Find(IDossierStore store, string account) =>
        store.Users().FirstOrDefault(user => string.Equals(user.Account, account, StringComparison.Ordinal));
}
