using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Referrals;

namespace CampaignEngine.Domain.Participants;

/// <summary>What a participant's entries add up to.</summary>
public sealed partial record Participant
{
    public static readonly Participant New = new();

    /// <summary>Larger totals could not be read exactly by clients whose numbers are binary floats.</summary>
    public const long MaxTotalPoints = (1L << 53) - 1;

    public long TotalPoints { get; init; }

    public long EventsCount { get; init; }

    /// <summary>By event type, for those that the deciding definitions named.</summary>
    public ImmutableArray<EventCount> EventCounts { get; init; } = [];

    /// <summary>Plays so far; the next one has this number plus one.</summary>
    public Tally Plays { get; init; }

    /// <summary>Of rules with limits or a cooldown.</summary>
    public ImmutableArray<RuleUse> RuleUses { get; init; } = [];

    /// <summary>What rules and streaks gave: what <c>maxPointsPerUser</c> limits.</summary>
    public Tally LimitedPoints { get; init; }

    public Streak Streak { get; init; }

    /// <summary>Earns points and plays, but cannot win.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Also those that were taken back.</summary>
    public int Wins { get; init; }

    /// <summary>The award of the last committed play that the pool numbered, or 0.</summary>
    public long LastAward { get; init; }

    /// <summary>The award given back last, or 0.</summary>
    public long LastReleased { get; init; }

    /// <summary>In order of first reaching.</summary>
    public ImmutableArray<FiredMilestone> Milestones { get; init; } = [];

    /// <summary>The newest wins, newest last, at most <see cref="MaxRecentWins"/>; all of them are in the entries.</summary>
    public ImmutableArray<Win> RecentWins { get; init; } = [];

    public const int MaxRecentWins = 20;

    /// <summary>How this participant was referred; null when nobody did.</summary>
    public Referral? Referral { get; init; }

    /// <summary>How many this participant referred, also those beyond the limit of rewards.</summary>
    public long ReferralCount { get; init; }

    /// <summary>What that gave, without the bonuses of milestones.</summary>
    public long ReferralPoints { get; init; }

    /// <summary>When the first event, or what else gives points, was recorded; null before: a stream of releases alone is not a participant.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>When the present total was reached.</summary>
    public DateTimeOffset ReachedAt { get; init; }

    /// <summary>The time of the newest entry. A stream's time never runs backwards.</summary>
    public DateTimeOffset LastEntryAt { get; init; }

    /// <summary>The local day, week and month of the newest event.</summary>
    public LocalPeriods LastPeriods { get; init; }

    /// <summary>
    /// The periods in which an event counts. They never go back: where clocks are set back over midnight (Cairo, Santiago),
    /// the hour that comes twice belongs to the new day, so that no day's limit is counted afresh.
    /// </summary>
    public LocalPeriods PeriodsAt(Campaign campaign, DateTimeOffset now)
    {
        var periods = campaign.PeriodsAt(now);
        return periods.Day < LastPeriods.Day ? LastPeriods : periods;
    }
}
