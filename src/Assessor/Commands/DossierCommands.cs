using System.CommandLine;

namespace EmrSec.Assessor.Commands;

/// <summary><c>emrsec dossier</c>: making and filling in a dossier.</summary>
internal static class DossierCommands
{
    public static Command Create(Screen screen, TimeProvider clock) => new("dossier", "Lập và điền hồ sơ");
}
