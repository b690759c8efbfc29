global using System.Globalization;
global using EmrSec.Rules.Diagnostics;
global using EmrSec.Rules.Facts;
