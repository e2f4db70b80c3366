namespace CampaignEngine.Domain.Leaderboards;

/// <summary>Neighbours on a leaderboard, in its order.</summary>
/// <param name="FirstRank">Of the first of them, from 1; the others follow without a gap.</param>
/// <param name="HasMore">Whether somebody comes after the last.</param>
public sealed record Standings(long FirstRank, IReadOnlyList<Score> Scores, bool HasMore);
