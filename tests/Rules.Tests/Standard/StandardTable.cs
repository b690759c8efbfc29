using System.Globalization;

namespace EmrSec.Rules.Tests.Standard;

/// <summary>
/// TCVN 14423:2026 as the checklists of the five levels and their matrix of thresholds have it, written down once more from them and not
/// from the catalogue. Facts only: clause numbers, how many requirements stand under each, figures.
/// </summary>
internal static class StandardTable
{
    /// <summary>Group by group, the clauses below it: <c>2.1a-e</c> = points a to e of 2.1, <c>2.2a*14</c> = fourteen requirements under one point.</summary>
    public const string Clauses = """
        3.1: a-b
        3.2: 1a-c 2.1a-c 2.2a-b
        3.3: 1a-b 2.1a-b 2.2a-c
        3.4: 2.1a-d 2.2a-b 2.3 2.4
        3.5: 2.1a-c 2.2a*2 2.2b
        3.6: 1a-c 2.1a-d 2.2a 2.2b*3 2.3*5 2.4*4
        3.7: 1a-b 2.1a-b 2.2*2
        3.8: 2.1a*4 2.1b
        3.9: 2.1a-c 2.2
        3.10: 1a-b 2.1a-b 2.2
        3.11: 2.1a-b 2.2 2.3
        3.12: 2.1a-d 2.2*5 2.3a-c 2.4a-d 2.5
        3.13: 2.1a-b 2.2a-c
        3.14: 1 2*4
        3.15: 2.1a-d 2.2a-c 2.3a-b
        4.1: a-b
        4.2: 1a-c 2.1a-c 2.2a-b 2.3
        4.3: 1a-b 2.1a-b 2.2a-c 2.3a-b
        4.4: 2.1a-e 2.2a-b 2.3 2.4
        4.5: 2.1a-d 2.2a*2 2.2b
        4.6: 1a-c 2.1a-d 2.2a 2.2b*3 2.3*5 2.4*4
        4.7: 1a-b 2.1a-b 2.2*4
        4.8: 2.1a*6 2.1b
        4.9: 2.1a-c 2.2
        4.10: 1a-b 2.1a-b 2.2
        4.11: 2.1a-b 2.2 2.3 2.4
        4.12: 2.1a-e 2.2a*6 2.2b 2.3a-c 2.4a-d 2.5*4
        4.13: 1a 2.1a-b 2.2a-d
        4.14: 1 2*4
        4.15: 1 2.1a-e 2.2a-c 2.3a-b
        5.1: 2.1a-b 2.2a-c 2.3a-b 2.4a-b 2.5 2.6
        5.2: 1a-c 2.1a-c 2.2a-b 2.3 2.4a-b
        5.3: 1a-b 2.1a-b 2.2a-d 2.3a-c
        5.4: 2.1a-e 2.2a-b 2.3 2.4a-c 2.5 2.6a-c 2.7a-b 2.8
        5.5: 2.1a-e 2.2a*2 2.2b
        5.6: 1a 1c 2.1a-d 2.2a 2.2b*3 2.3*6 2.4*4
        5.7: 1b 2.1a-b 2.2*4
        5.8: 2.1a*9 2.1b
        5.9: 2.1a-d 2.2
        5.10: 1a-b 2.1a-b 2.2 2.3 2.4a-b
        5.11: 2.1a-c 2.2a-b 2.3a-b 2.4
        5.12: 2.1a-e 2.2a*14 2.2b 2.3a-e 2.4a-f 2.5*3
        5.13: 2.1a-b 2.2 2.3a-b 2.4 2.5
        5.14: 2.1a-c 2.2a-d
        5.15: 1 2*4
        5.16: 1 2.1a-e 2.2a-c 2.3a-b
        5.17: 2.1a-b 2.1c*2 2.2a-b 2.3*2 2.4
        5.18: 2.1a 2.1b*2 2.2 2.3
        6.1: 2.1a-b 2.2a-c 2.3a-b 2.4a-b 2.5 2.6a-b
        6.2: 1a-c 2.1a-d 2.2a-b 2.3a-b 2.4a-b 2.5a-b
        6.3: 1a-b 2.1a-b 2.2a-d 2.3 2.4a-c
        6.4: 2.1a-e 2.2a-b 2.3 2.4a-e 2.5a-c 2.6a-c 2.7a-c 2.8 2.9a-b 2.10a-c
        6.5: 2.1a-e 2.2a*2 2.2b 2.3 2.4 2.5 2.6
        6.6: 1a 1c 2.1a-d 2.2a 2.2b*3 2.3*8 2.4*4 2.5a-b
        6.7: 1b 2.1a*2 2.1b 2.2*4
        6.8: 2.1a*11 2.1b 2.2 2.3a-c
        6.9: 2.1a-d 2.2 2.3 2.4a-c 2.5 2.6a-b
        6.10: 1a-b 2.1a-b 2.2a 2.3 2.4 2.5a-b
        6.11: 2.1a-c 2.2a-b 2.3a-b 2.4 2.5
        6.12: 2.1a-g 2.2a*14 2.2b 2.3 2.4a-g 2.5*5 2.6 2.7a-e
        6.13: 2.1a-c 2.2 2.3a-b 2.4 2.5
        6.14: 1c 2.1a-b 2.2a-e 2.3a-b
        6.15: 1 2.1*5 2.2a-b 2.3a-b 2.4 2.5
        6.16: 2.1a-b 2.1c*4 2.2a-b 2.3 2.4a-c 2.5 2.6a-b 2.7*3 2.8a-c 2.9a-b
        6.17: 2.1a-d 2.2a-c 2.3a-b 2.4a-b 2.5 2.6 2.7a-b
        6.18: 2.1a 2.1b*2 2.2 2.3 2.4 2.5
        7.1: 2.1a-b 2.2a-c 2.3a-b 2.4a-b 2.5 2.6a-b
        7.2: 1a-c 2.1a-d 2.2a-b 2.3a-b 2.4a-b 2.5a-d
        7.3: 1a-b 2.1a-b 2.2a-d 2.3 2.4a-c
        7.4: 2.1a-e 2.2a-b 2.3 2.4a-f 2.5a-c 2.6a-c 2.7a-c 2.8 2.9a-b 2.10a-d
        7.5: 2.1a-e 2.2a*2 2.2b 2.3 2.4 2.5 2.6a-b
        7.6: 1a 1c 2.1a-d 2.2a 2.2b*3 2.3*8 2.4*4 2.5a-b
        7.7: 1b 2.1a*2 2.1b 2.2*4
        7.8: 2.1a*11 2.1b 2.2 2.3a-c
        7.9: 2.1a-d 2.2 2.3 2.4a-c 2.5 2.6a-b 2.7
        7.10: 1a-b 2.1a-b 2.2 2.3 2.4 2.5a-b
        7.11: 2.1a-c 2.2a-b 2.3a-b 2.4a-c 2.5
        7.12: 2.1a-g 2.2a*15 2.2b 2.3 2.4 2.5a-h 2.6*5 2.7 2.8a-e
        7.13: 2.1a-c 2.2 2.3 2.4a-b 2.5 2.6
        7.14: 1c 2.1a-b 2.2a-e 2.3a-b 2.4a-b
        7.15: 1 2.1*5 2.2a-b 2.3a-b 2.4 2.5
        7.16: 2.1a-b 2.1c*4 2.2a-c 2.3 2.4a-c 2.5 2.6a-b 2.7*3 2.8a-c 2.9a-b
        7.17: 2.1a-d 2.2a-c 2.3a-b 2.4a-b 2.5 2.6 2.7a-b
        7.18: 2.1a 2.1b*2 2.2 2.3 2.4 2.5
        """;

    /// <summary>Requirements whose place changes from level to level: the clause at levels 1–5; a dash where the level has none.</summary>
    public const string Moved = """
        risk.process | 3.1 a) | 4.1 a) | 5.1.2.1 a) | 6.1.2.1 a) | 7.1.2.1 a)
        risk.notify | - | - | 5.1.2.6 | 6.1.2.6 b) | 7.1.2.6 b)
        hw.fields | 3.2.2.1 b) | 4.2.2.1 b) | 5.2.2.1 b) | 6.2.2.1 c) | 7.2.2.1 c)
        hw.mobile | 3.2.2.1 c) | 4.2.2.1 c) | 5.2.2.1 c) | 6.2.2.1 d) | 7.2.2.1 d)
        hw.wipe | - | 4.2.2.3 | 5.2.2.3 | 6.2.2.5 b) | 7.2.2.5 b)
        sw.rogue | 3.3.2.2 a) | 4.3.2.2 a) | 5.3.2.3 a) | 6.3.2.4 a) | 7.3.2.4 a)
        sw.removal | 3.3.2.2 c) | 4.3.2.2 c) | 5.3.2.3 c) | 6.3.2.4 c) | 7.3.2.4 c)
        info.permission-check | 3.4.2.1 c) | 4.4.2.1 d) | 5.4.2.1 d) | 6.4.2.1 d) | 7.4.2.1 d)
        info.encrypt-stored | 3.4.2.4 | 4.4.2.4 | 5.4.2.4 a) | 6.4.2.4 a) | 7.4.2.4 a)
        info.key-lifecycle | - | - | 5.4.2.4 c) | 6.4.2.4 d) | 7.4.2.4 c)
        info.two-layers | - | - | - | 6.4.2.4 c) | 7.4.2.4 d)
        info.sign | - | - | 5.4.2.8 | 6.4.2.10 a) | 7.4.2.10 a)
        cfg.review | 3.5.2.1 c) | 4.5.2.1 d) | 5.5.2.1 e) | 6.5.2.1 e) | 7.5.2.1 e)
        web.patch | 3.9.2.1 c) | 4.9.2.1 c) | 5.9.2.1 d) | 6.9.2.1 d) | 7.9.2.1 d)
        mal.exploit | - | - | 5.10.2.3 | 6.10.2.4 | 7.10.2.4
        mal.edr | - | - | 5.10.2.4 a) | 6.10.2.5 a) | 7.10.2.5 a)
        mal.removable | 3.10.2.2 | 4.10.2.2 | 5.10.2.2 | 6.10.2.2 a) | 7.10.2.2
        bak.rules-review | 3.11.2.1 b) | 4.11.2.1 b) | 5.11.2.1 c) | 6.11.2.1 c) | 7.11.2.1 c)
        bak.apart | - | 4.11.2.4 | 5.11.2.4 | 6.11.2.4 | 7.11.2.4 a)
        net.principles | 3.12.2.1 b) | 4.12.2.1 b) | 5.12.2.1 b) | 6.12.2.1 c) | 7.12.2.1 c)
        net.diagram-update | 3.12.2.1 d) | 4.12.2.1 e) | 5.12.2.1 e) | 6.12.2.1 g) | 7.12.2.1 g)
        net.protocols | - | - | - | 6.12.2.3 | 7.12.2.4
        net.ingress | 3.12.2.4 c) | 4.12.2.4 b) | 5.12.2.4 d) | 6.12.2.4 c) | 7.12.2.5 c)
        net.timeout | 3.12.2.4 d) | 4.12.2.4 d) | 5.12.2.4 c) | 6.12.2.4 d) | 7.12.2.5 d)
        net.device-login | 3.12.2.4 b) | - | 5.12.2.4 b) | 6.12.2.4 b) | 7.12.2.5 b)
        net.concurrent | - | - | 5.12.2.4 e) | 6.12.2.4 e) | 7.12.2.5 g)
        net.user-access | - | - | 5.12.2.4 f) | 6.12.2.4 f) | 7.12.2.5 e)
        net.server-egress | - | - | - | 6.12.2.4 g) | 7.12.2.5 h)
        net.vpn | 3.12.2.5 | 4.12.2.5 | 5.12.2.5 | 6.12.2.5 | 7.12.2.6
        net.admin-network | - | - | - | 6.12.2.6 | 7.12.2.7
        net.test-plan | 3.12.2.3 a) | 4.12.2.3 a) | 5.12.2.3 a) | 6.12.2.7 b) | 7.12.2.8 b)
        net.test-run | 3.12.2.3 b) | 4.12.2.3 b) | 5.12.2.3 b) | 6.12.2.7 d) | 7.12.2.8 d)
        net.test-independent | - | - | 5.12.2.3 d) | 6.12.2.7 c) | 7.12.2.8 c)
        mon.flow | - | - | 5.13.2.4 | 6.13.2.4 | 7.13.2.5
        mon.ports | - | - | 5.13.2.3 a) | 6.13.2.3 a) | 7.13.2.4 a)
        staff.independent | - | 4.13.1 a) | 5.14.2.1 b) | 6.14.2.1 b) | 7.14.2.1 b)
        staff.awareness-yearly | 3.13.2.2 b) | 4.13.2.2 b) | 5.14.2.2 d) | 6.14.2.2 e) | 7.14.2.2 e)
        staff.return-assets | 3.13.2.2 c) | 4.13.2.2 c) | 5.14.2.2 b) | 6.14.2.2 b) | 7.14.2.2 b)
        staff.revoke | - | 4.13.2.2 d) | 5.14.2.2 c) | 6.14.2.2 c) | 7.14.2.2 c)
        sup.duties | 3.14.2 | 4.14.2 | 5.15.2 | 6.15.2.1 | 7.15.2.1
        inc.contact | 3.15.2.1 b) | 4.15.2.1 c) | 5.16.2.1 c) | 6.17.2.1 b) | 7.17.2.1 b)
        inc.cooperate | 3.15.2.1 d) | 4.15.2.1 e) | 5.16.2.1 e) | 6.17.2.1 d) | 7.17.2.1 d)
        dev.outsourced-source | - | 4.3.2.3 b) | 5.17.2.1 c) | 6.16.2.1 c) | 7.16.2.1 c)
        dev.reports-update | - | - | 5.17.2.2 b) | 6.16.2.2 b) | 7.16.2.2 c)
        dev.design | - | - | 5.17.2.3 | 6.16.2.7 | 7.16.2.7
        dev.code-check | - | - | 5.17.2.4 | 6.16.2.9 a) | 7.16.2.9 a)
        pen.fix | - | - | 5.18.2.2 | 6.18.2.3 | 7.18.2.3
        pen.reassess | - | - | 5.18.2.3 | 6.18.2.4 | 7.18.2.4
        """;

    /// <summary>The matrix: requirement, threshold, rule, unit, the figure at levels 1–5; a dash where the level sets none.</summary>
    public const string Figures = """
        risk.process-review | review | Every | Month | 12 12 12 12 6
        risk.reidentify | identify | Every | Month | - - 12 6 6
        risk.effectiveness | review | Every | Month | - - 12 6 6
        hw.count | count | Every | Month | 12 12 12 12 6
        hw.rogue | detect | Every | Month | 12 12 6 3 1
        hw.discovery | scan | Every | Month | - - - 3 1
        hw.dhcp-review | review | Every | Month | - - 6 3 1
        sw.count | count | Every | Month | 12 12 12 12 6
        sw.whitelist-review | review | Every | Month | - - 12 12 6
        sw.end-of-support | review | Every | Month | - - - 12 6
        sw.rogue | detect | Every | Month | 12 12 12 6 1
        info.permission-check | review | Every | Month | 12 12 6 3 1
        info.policy-review | review | Every | Month | 12 12 12 12 6
        info.inventory-update | update | Every | Month | 12 12 12 12 6
        info.access-log-review | review | Every | Month | - - - 3 1
        acc.list-review | review | Every | Month | 12 12 6 3 1
        acc.grant-review | review | Every | Month | - - - 12 6
        vuln.scan | scan | Every | Month | 12 12 6 6 3
        vuln.scan-assets | all | Every | Month | - - - 6 3
        vuln.scan-assets | important | Every | Month | - - - 3 1
        vuln.patch-monthly | patch | Every | Month | 1 1 1 1 1
        log.review | review | Every | Month | 12 12 6 1 1
        mon.tuning | tune | Every | Month | - - 6 3 1
        bak.restore-test | test | Every | Month | - - - 6 3
        net.diagram-update | update | Every | Month | 12 12 12 6 3
        staff.awareness-yearly | train | Every | Month | 12 12 12 12 12
        staff.role-training-yearly | train | Every | Month | - - - 12 12
        sup.list-update | update | Every | Month | 12 12 12 12 12
        inc.reporting-update | update | Every | Month | 12 12 12 12 12
        inc.response-update | update | Every | Month | 12 12 12 12 12
        inc.drill | drill | Every | Month | - - - 12 12
        inc.thresholds-update | update | Every | Month | - - - 12 6
        dev.sbom-update | update | Every | Month | - - - 3 1
        dev.training-yearly | train | Every | Month | - - - 12 12
        pen.external | test | Every | Month | - - - 12 6
        pen.internal | test | Every | Month | - - - 12 6
        log.retention | retention | AtLeast | Month | - 1 3 6 12
        acc.inactive | inactive | AtMost | Day | 45 45 45 45 45
        acc.admin-password | change | Every | Month | 2 2 2 2 2
        acc.admin-password | history | AtLeast | Item | - - 10 10 10
        acc.password-length | with-mfa | AtLeast | Character | 8 8 8 8 8
        acc.password-length | without-mfa | AtLeast | Character | 14 14 14 14 14
        cfg.session-lock | user | AtMost | Minute | 15 15 15 15 15
        cfg.session-lock | admin | AtMost | Minute | 5 5 5 5 5
        cfg.session-lock | mobile | AtMost | Minute | 5 5 5 5 5
        cfg.session-lock | business | AtMost | Minute | - 15 15 15 15
        cfg.login-lock | device | AtMost | Time | 10 10 10 10 10
        cfg.login-lock | business | AtMost | Time | - 5 5 5 5
        cfg.login-lock | shortest | AtLeast | Hour | 12 12 12 12 12
        cfg.login-lock | longest | AtMost | Day | 30 30 30 30 30
        info.encrypt-transit | layers | AtLeast | Item | - - 1 - -
        info.two-layers | layers | AtLeast | Item | - - - 2 2
        net.redundancy | internet-routes | AtLeast | Item | - - - 2 2
        net.site | distance | AtLeast | Kilometre | - - - - 30
        bak.links | links | AtLeast | Item | - - - - 2
        mon.around-the-clock | hours | AtLeast | Hour | - - - 24 24
        mon.around-the-clock | days | AtLeast | Day | - - - 7 7
        phy.entry | footage | AtLeast | Month | - - 3 6 12
        phy.entry | factors | AtLeast | Item | - - - - 2
        phy.theft | factors | AtLeast | Item | - - - - 2
        """;

    /// <summary>The requirements of each group as the checklists themselves add them up, levels 1–5.</summary>
    public const string Counts = """
        risk 2 2 11 12 12
        hw 8 9 11 15 17
        sw 7 9 11 12 12
        info 8 9 18 28 30
        cfg 6 7 8 12 13
        acc 20 20 20 24 24
        vuln 6 8 7 8 8
        log 5 7 10 16 16
        web 4 4 5 12 13
        mal 5 5 8 9 9
        bak 4 5 8 9 11
        net 17 23 34 41 44
        mon 0 0 7 8 9
        staff 5 7 7 10 12
        sup 5 5 5 12 12
        inc 9 11 11 15 15
        dev 0 0 9 23 24
        pen 0 0 5 7 7
        """;

    public static IEnumerable<string[]> Rows(string table, char between) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Every clause of a level, as often as requirements stand under it.</summary>
    public static IEnumerable<string> ClausesOf(int level)
    {
        foreach (var row in Rows(Clauses, ':'))
        {
            if (row[0][0] - '0' == level + 2)
            {
                foreach (var clause in row[1].Split(' ').SelectMany(each => Expand(row[0], each)))
                {
                    yield return clause;
                }
            }
        }
    }

    private static IEnumerable<string> Expand(string group, string written)
    {
        var star = written.Split('*');
        var times = star.Length == 1 ? 1 : int.Parse(star[1], CultureInfo.InvariantCulture);
        var digits = star[0].TrimEnd('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', '-');
        var points = star[0][digits.Length..];
        var place = digits.Length == 0 ? group : $"{group}.{digits}";
        for (var point = points.Length == 0 ? '\0' : points[0]; point <= (points.Length == 0 ? '\0' : points[^1]); point++)
        {
            for (var i = 0; i < times; i++)
            {
                yield return point == '\0' ? place : $"{place} {point})";
            }
        }
    }
}
