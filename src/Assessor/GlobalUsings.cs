global using EmrSec.Assessor.Pages;
global using EmrSec.Rules.Diagnostics;
