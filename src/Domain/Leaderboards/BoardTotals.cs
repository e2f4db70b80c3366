namespace CampaignEngine.Domain.Leaderboards;

/// <summary>What all participants of a campaign come to.</summary>
/// <param name="Points">2^63−1 when it is more.</param>
public readonly record struct BoardTotals(long Participants, long Events, long Points, long Plays, long Wins);
