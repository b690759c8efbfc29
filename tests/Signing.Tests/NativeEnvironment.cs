using System.Runtime.InteropServices;

namespace EmrSec.Signing.Tests;

internal static partial class NativeEnvironment
{
    public static void Set(string name, string value) => SetVariable(name, value, 1).ShouldBe(0);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
