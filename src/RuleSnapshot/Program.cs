using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;

// A step of the build: reads the YAML of the built-in rules once, so that a start of the program need not.
if (args is not [var output])
{
    Console.Error.WriteLine("usage: EmrSec.RuleSnapshot OUTPUT");
    return 2;
}

// All of the law is read here, to its last condition: what the program reads later, piece by piece, has no error left.
var diagnostics = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Diagnostics;
var unfinished = output + ".tmp";
using (var stream = File.Create(unfinished))
{
    PackSnapshot.Write(PackSource.BuiltIn(), stream, diagnostics);
}

if (diagnostics.HasErrors)
{
    File.Delete(unfinished);
    foreach (var item in diagnostics.Items.Where(item => item.Severity == DiagnosticSeverity.Error))
    {
        // The form that the build shows as an error of its own.
        Console.Error.WriteLine($"{item.Position.File}({item.Position.Line},{item.Position.Column}): error {item.Code}: {item.Message}");
    }

    return 1;
}

File.Move(unfinished, output, overwrite: true);
return 0;
