using CampaignEngine.Domain.Leaderboards;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Leaderboards;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Leaderboards;

/// <summary>Between summaries, what is sent of them, and what the board is made of.</summary>
internal static class Scores
{
    public static ScoreChange ToChange(UInt128 participant, long version, Summary summary) => new(
        participant, version, summary.Points, summary.Events, summary.Plays, summary.Wins, summary.ReachedAt, summary.UserId,
        summary.DisplayName);

    public static Score ToScore(in ScoreChange change) => new(
        new ParticipantRef(change.Participant), change.Version, change.Points, change.Events, change.Plays, change.Wins,
        change.ReachedAt, change.UserId, change.DisplayName);

    public static Score ToScore(StreamSummary one) => ToScore(ToChange(one.Stream.Key, one.Version, one.Summary));

    public static BoardPosition ToPosition(BoardPlace place) => new(place.Points, place.ReachedAt, place.UserId);

    public static BoardPage ToPage(Standings standings, long participants) => new(
        standings.FirstRank,
        [.. standings.Scores.Select(score => new BoardScore(score.UserId, score.DisplayName, score.Points, score.Events))],
        standings.HasMore ? ToPlace(standings.Scores[^1]) : null,
        participants);

    private static BoardPlace ToPlace(in Score score) => new(score.Points, score.ReachedAt, score.UserId);
}
