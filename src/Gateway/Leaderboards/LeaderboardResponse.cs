namespace CampaignEngine.Gateway.Leaderboards;

/// <summary>A page of a leaderboard on the wire: the contract's members first, in its order, then ours.</summary>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; null on the last.</param>
public sealed record LeaderboardResponse(IReadOnlyList<LeaderboardEntry> Entries, long TotalParticipants, string? NextCursor);

/// <param name="Rank">From 1, without gaps: nobody shares one.</param>
/// <param name="DisplayName">Empty when never given.</param>
public sealed record LeaderboardEntry(long Rank, string UserId, string DisplayName, long TotalPoints, long EventsCount);
