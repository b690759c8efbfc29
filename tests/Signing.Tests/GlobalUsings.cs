global using EmrSec.Reports.Signing.Keys;
global using EmrSec.Reports.Signing.Making;
