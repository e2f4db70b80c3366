using CampaignEngine.Domain.Leaderboards;
using CampaignEngine.Domain.Participants;
using CsCheck;

namespace CampaignEngine.Domain.Tests.Leaderboards;

/// <summary>The board against a list that is sorted anew for every question.</summary>
public class LeaderboardModelTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    // Few different points and times, so that many are equal; one in ten has been erased. Versions come in any order.
    private static Gen<Score> AnyScore(int participants) => Gen.Select(
        Gen.Int[0, participants - 1], Gen.Int[1, 30], Gen.Int[0, 7], Gen.Int[0, 3], Gen.Int[0, 9],
        (number, version, points, second, erased) => new Score(
            new ParticipantRef((UInt128)number), version, points * 100, version * 2, points + second, second, Noon.AddSeconds(second),
            erased == 9 ? "" : $"user-{number}", $"name {version}"));

    private static readonly Gen<Step[]> Cases = Gen.OneOf(AnySteps(3), AnySteps(40), AnySteps(200));

    private static Gen<Step[]> AnySteps(int participants) => Gen.Select(
        AnyScore(participants), AnyScore(participants), Gen.Int[1, 11], (score, asked, limit) => new Step(score, asked, limit)).Array[0, 150];

    private sealed record Step(Score Score, Score Asked, int Limit);

    [Fact]
    public void It_answers_as_a_sorted_list_does() => Model.Holds(Cases, steps => Run(steps, new SortedBoard()), times: 400);

    public static TheoryData<string> Mistakes => [.. Enum.GetNames<SortedBoard.Mistake>().Except(["None"])];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_wrong_board_is_noticed(string mistake) =>
        Model.Catches(Cases, steps => Run(steps, new SortedBoard(Enum.Parse<SortedBoard.Mistake>(mistake))));

    private static void Run(Step[] steps, SortedBoard model)
    {
        var board = new Leaderboard();
        foreach (var (score, asked, limit) in steps)
        {
            Assert.Equal(model.Apply(score), board.Apply(score));
            AssertSame(model, board, asked, limit);
        }
    }

    private static void AssertSame(SortedBoard model, Leaderboard board, Score asked, int limit)
    {
        var sorted = model.Shown;
        Assert.Equal(
            new BoardTotals(
                sorted.Count, sorted.Sum(score => score.Events), sorted.Sum(score => score.Points), sorted.Sum(score => score.Plays),
                sorted.Sum(score => score.Wins)),
            board.Totals);
        Assert.Equal(model.VersionOf(asked.Participant), board.VersionOf(asked.Participant));

        var after = asked.Position;
        var page = board.Page(after, limit);
        var first = sorted.FindIndex(score => score.Position > after) is var found and >= 0 ? found : sorted.Count;
        Assert.Equal(sorted.Skip(first).Take(limit), page.Scores);
        Assert.Equal((first + 1, sorted.Count > first + limit), (page.FirstRank, page.HasMore));

        Assert.Equal(
            1 + sorted.Count(score => score.Participant != asked.Participant && score.Position < after),
            board.RankAt(asked.Participant, after));

        var place = sorted.FindIndex(score => score.Participant == asked.Participant);
        var window = board.Around(asked.Participant, limit);
        Assert.Equal(place >= 0, window is not null);
        if (window is not null)
        {
            Assert.Equal(sorted.Skip((int)window.FirstRank - 1).Take(limit), window.Scores);
            Assert.InRange(place, window.FirstRank - 1, window.FirstRank - 2 + window.Scores.Count);
        }
    }
}
