using System.Globalization;
using System.Text;
using EmrSec.Assessor;
using EmrSec.Assessor.Commands;
using EmrSec.Assessor.Signatures;

// One dossier is walked, not compiled. Saying so keeps the YAML library from compiling regular expressions at start: 25 ms.
// What goes through a whole store compiles its rules.
if (!EmrSecProgram.TakesMany(args))
{
    AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);
}

if (args.Length > 1)
{
    BuiltInRules.Begin();
}

// What a run prints must not depend on the machine's language settings.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (!Console.IsOutputRedirected)
{
    Console.OutputEncoding = utf8;
}

using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 16384);
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
using var input = new StreamReader(Console.OpenStandardInput(), Console.IsInputRedirected ? utf8 : Console.InputEncoding);
var drawn = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
var screen = new Screen(output, error, input, drawn) { ReadSecret = Console.IsInputRedirected ? null : HiddenLine.Read };
return EmrSecProgram.Run(args, screen, TimeProvider.System);
