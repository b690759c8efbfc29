using EmrSec.Rules.Bulk;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>Tells what is new between two outcomes of a facility.</summary>
internal sealed class NewsFinder(RuleNames names)
{
    /// <summary>What is new.</summary>
    /// <param name="before">The outcome before; null where there was none.</param>
    /// <param name="now">The outcome now.</param>
    public List<NewsItem> Between(FacilityOutcome? before, FacilityOutcome now)
    {
        var news = new List<NewsItem>();
        AddDeadlines(before, now, news);
        AddSystems(before, now, news);
        if (before is not null && before.Regime != now.Regime)
        {
            news.Add(new NewsItem(NewsKind.LawChanged, names[now.Regime], Before: names[before.Regime].Title, Now: names[now.Regime].Title));
        }

        return news;
    }

    /// <summary>A level as people read it.</summary>
    public static string Level(SystemOutcome system) => (system.AtLeast, system.AtMost) switch
    {
        ({ } least, { } most) when least == most => $"{least}",
        ({ } least, { } most) => $"{least} đến {most}",
        (null, { } most) => $"chưa xác định, cao nhất {most}",
        _ => "chưa xác định",
    };

    private void AddDeadlines(FacilityOutcome? before, FacilityOutcome now, List<NewsItem> news)
    {
        var old = new Dictionary<(uint, DeadlineKind, string?), ObligationStatus>();
        foreach (var deadline in before?.Deadlines ?? [])
        {
            old.TryAdd((deadline.Rule, deadline.Kind, IdOf(before!, deadline)), deadline.Status);
        }

        foreach (var deadline in now.Deadlines)
        {
            var system = IdOf(now, deadline);
            var wasThere = old.TryGetValue((deadline.Rule, deadline.Kind, system), out var was);
            if (wasThere && was == deadline.Status)
            {
                continue;
            }

            NewsKind? kind = deadline.Status switch
            {
                ObligationStatus.Overdue => NewsKind.NewlyOverdue,
                ObligationStatus.DueSoon => NewsKind.NewlyDueSoon,
                ObligationStatus.Met or ObligationStatus.MetLate when wasThere && was is not (ObligationStatus.Met or ObligationStatus.MetLate) => NewsKind.Settled,
                ObligationStatus.Pending when was == ObligationStatus.Overdue && wasThere => NewsKind.Settled,
                _ => null,
            };
            if (kind is { } known)
            {
                news.Add(new NewsItem(known, names[deadline.Rule], system, deadline.Due));
            }
        }
    }

    private static void AddSystems(FacilityOutcome? before, FacilityOutcome now, List<NewsItem> news)
    {
        var old = (before?.Systems ?? []).ToDictionary(system => system.Id, StringComparer.Ordinal);
        foreach (var system in now.Systems)
        {
            var was = old.GetValueOrDefault(system.Id);
            old.Remove(system.Id);
            if (before is not null && (was is null || (was.AtLeast, was.AtMost) != (system.AtLeast, system.AtMost)))
            {
                news.Add(new NewsItem(NewsKind.LevelChanged, SystemId: system.Id, Before: was is null ? null : Level(was), Now: Level(system)));
            }

            if (system.Expired > 0 && system.ExpiredMark != (was?.ExpiredMark ?? 0) && system.Expired >= (was?.Expired ?? 0))
            {
                news.Add(new NewsItem(NewsKind.EvidenceExpired, SystemId: system.Id, Before: Count(was?.Expired ?? 0), Now: Count(system.Expired)));
            }
        }

        news.AddRange(old.Values.Select(gone => new NewsItem(NewsKind.LevelChanged, SystemId: gone.Id, Before: Level(gone))));
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? IdOf(FacilityOutcome outcome, DeadlineOutcome deadline) => deadline.System < 0 ? null : outcome.Systems[deadline.System].Id;
}
