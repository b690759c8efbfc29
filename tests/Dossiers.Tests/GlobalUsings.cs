global using EmrSec.Dossiers.Editing;
global using EmrSec.Dossiers.Files;
global using EmrSec.Dossiers.Intake;
global using EmrSec.Dossiers.Presets;
global using EmrSec.Rules.Diagnostics;
global using EmrSec.Rules.Facts;
