namespace EmrSec.Dossiers.Lab;

/// <summary>Draws the days on which things were done, as they fit the state of the dossier.</summary>
internal static class DrawnMilestones
{
    private static readonly DateOnly None = DateOnly.MinValue;

    public static Tree Of(FacilityDraw draw)
    {
        var lottery = draw.Lottery;
        var tree = new Tree();
        var emr = draw.Kind is "hospital" ? lottery.Weighted((70, Before(draw, 500)), (20, None), (10, (DateOnly?)null)) : lottery.Weighted((35, Before(draw, 300)), (45, None), (20, (DateOnly?)null));
        Put(tree, "emrPlanIssued", lottery.Chance(80) ? Before(draw, 600) : null);
        Put(tree, "steeringCommitteeFormed", lottery.Chance(50) ? Before(draw, 700) : null);
        Put(tree, "emrCompleted", emr);
        Put(tree, "paperRecordsStopped", emr is { } done && done != None && lottery.Chance(60) ? Later(draw, done, 90) : lottery.Chance(80) ? None : null);
        Put(tree, "emrResultReported", emr is { } ready && ready != None && lottery.Chance(70) ? Later(draw, ready, 60) : lottery.Chance(50) ? None : null);
        Put(tree, "dossierSubmitted", draw.Submitted ?? None);
        Put(tree, "dossierApproved", draw.Approved ?? None);
        Put(tree, "regulationIssued", draw.Approved is { } approved ? approved.AddDays(-lottery.Between(3, 60)) : lottery.Chance(30) ? Before(draw, 200) : None);
        Put(tree, "infrastructureDeployed", draw.Approved is { } since && lottery.Chance(55) ? Later(draw, since, 250) : lottery.Chance(85) ? None : null);
        Put(tree, "securityReviewed", lottery.Chance(40) ? Before(draw, 400) : lottery.Chance(60) ? None : null);
        Put(tree, "nd331ConditionsMet", lottery.Weighted((8, Before(draw, 60)), (62, None), (30, (DateOnly?)null)));
        foreach (var name in (string[])["lastInspection", "lastRiskAssessment", "lastYearlyReport"])
        {
            Put(tree, name, lottery.Weighted((45, Before(draw, 360)), (15, Before(draw, 900)), (25, None), (15, (DateOnly?)null)));
        }

        return tree;
    }

    private static DateOnly? Before(FacilityDraw draw, int days) => draw.AsOf.AddDays(-draw.Lottery.Between(1, days));

    private static DateOnly Later(FacilityDraw draw, DateOnly day, int days)
    {
        var later = day.AddDays(draw.Lottery.Between(1, days));
        return later > draw.AsOf ? draw.AsOf : later;
    }

    private static void Put(Tree tree, string name, DateOnly? day)
    {
        if (day == None)
        {
            tree.Word(name, "none");
        }
        else
        {
            tree.Day(name, day);
        }
    }
}
