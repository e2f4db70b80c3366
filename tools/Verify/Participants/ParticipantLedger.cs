using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Verify.Participants;

/// <summary>What one participant's entries come to, counted again.</summary>
internal sealed class ParticipantLedger
{
    public long Total { get; set; }

    public Tally Plays { get; set; }

    public Tally LimitedPoints { get; set; }

    public int WinCount { get; set; }

    public bool IsExcluded { get; set; }

    public Streak Streak { get; set; }

    public LocalPeriods LastPeriods { get; set; }

    public Dictionary<string, (Tally Uses, DateTimeOffset LastAt)> Rules { get; } = [];

    public Dictionary<string, long> EventCounts { get; } = [];

    public Dictionary<string, long> MilestoneTimes { get; } = [];

    /// <summary>Points of the prizes that were won and not taken back, by award.</summary>
    public Dictionary<long, long> Wins { get; } = [];

    /// <summary>Who referred this participant; null when nobody did.</summary>
    public UInt128? Referrer { get; set; }

    public bool IsReferralCompleted { get; set; }

    public long ReferralCount { get; set; }

    public HashSet<UInt128> EventIds { get; } = [];
}
