namespace CampaignEngine.Grains.Interfaces.Leaderboards;

/// <summary>A place in the order of a board; not more than that, whoever stands there now.</summary>
[GenerateSerializer, Immutable, Alias("BoardPlace")]
public sealed record BoardPlace(
    [property: Id(0)] long Points,
    [property: Id(1)] DateTimeOffset ReachedAt,
    [property: Id(2)] string UserId);

/// <param name="FirstRank">Of the first score, from 1; the others follow without a gap.</param>
/// <param name="Next">Where the next page goes on; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("BoardPage")]
public sealed record BoardPage(
    [property: Id(0)] long FirstRank,
    [property: Id(1)] IReadOnlyList<BoardScore> Scores,
    [property: Id(2)] BoardPlace? Next,
    [property: Id(3)] long TotalParticipants)
{
    public const int MaxLimit = 100;
}

[GenerateSerializer, Immutable, Alias("BoardScore")]
public sealed record BoardScore(
    [property: Id(0)] string UserId,
    [property: Id(1)] string DisplayName,
    [property: Id(2)] long Points,
    [property: Id(3)] long Events);

/// <param name="Points">2^63−1 when it is more.</param>
[GenerateSerializer, Immutable, Alias("BoardTotalsView")]
public sealed record BoardTotalsView(
    [property: Id(0)] long Participants,
    [property: Id(1)] long Events,
    [property: Id(2)] long Points,
    [property: Id(3)] long Plays,
    [property: Id(4)] long Wins);
