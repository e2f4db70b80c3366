using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Points;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Histories;

/// <summary>What a campaign left in the journal, what its clients saw, and what GET shows, at one quiet moment.</summary>
/// <param name="Users">By the text of the participantRef.</param>
/// <param name="Views">By user id; null where GET finds nobody.</param>
public sealed record CampaignRecord(
    InstantWinDefinition Game,
    IReadOnlyList<StoredPoolEntry> Pool,
    IReadOnlyList<ParticipantRecord> Participants,
    IReadOnlyDictionary<string, string> Users,
    IReadOnlyDictionary<string, ServedTotals?> Views,
    IReadOnlyList<SeenAnswer> Answers)
{
    /// <summary>None where the campaign's rules have no limits.</summary>
    public PointsDefinition Points { get; init; } = new([]);

    public IReadOnlyList<SeenRedemption> Redemptions { get; init; } = [];

    /// <summary>The whole leaderboard as served, from the top; null when nobody asked.</summary>
    public IReadOnlyList<(string User, ServedTotals Totals)>? Board { get; init; }

    /// <summary>What <see cref="CampaignReader.BrokenChainsAsync"/> found.</summary>
    public IReadOnlyList<string> BrokenChains { get; init; } = [];

    public string UserOf(ParticipantRecord participant) =>
        Users.GetValueOrDefault(participant.Ref.ToString()) ?? $"nobody ({participant.Ref})";
}

/// <summary>What GET shows of a participant.</summary>
public sealed record ServedTotals(long TotalPoints, long EventsCount);
