global using System.Globalization;
global using EmrSec.Rules.Diagnostics;
