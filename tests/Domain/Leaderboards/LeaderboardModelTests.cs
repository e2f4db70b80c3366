using CampaignEngine.Domain.Leaderboards;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Leaderboards;

/// <summary>The board against a list that is sorted anew for every question.</summary>
public class LeaderboardModelTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 40)]
    [InlineData(3, 400)]
    public void It_answers_as_a_sorted_list_does(int seed, int participants)
    {
        var random = new Random(seed);
        var board = new Leaderboard();
        Dictionary<ulong, Score> model = [];
        for (var step = 0; step < Heavy.Choose(4_000, 40_000); step++)
        {
            var score = Any(random, participants);
            var isNews = !model.TryGetValue((ulong)score.Participant.Value, out var known) || score.Version > known.Version;
            if (isNews)
                model[(ulong)score.Participant.Value] = score;
            Assert.Equal(isNews, board.Apply(score));
            if (step % 20 == 0)
                AssertSame(model, board, random, participants);
        }
    }

    private static void AssertSame(Dictionary<ulong, Score> model, Leaderboard board, Random random, int participants)
    {
        List<Score> sorted = [.. model.Values.Where(score => score.UserId.Length > 0)];
        sorted.Sort((one, other) => one.Position.CompareTo(other.Position));
        Assert.Equal(
            new BoardTotals(
                sorted.Count, sorted.Sum(score => score.Events), sorted.Sum(score => score.Points), sorted.Sum(score => score.Plays),
                sorted.Sum(score => score.Wins)),
            board.Totals);

        var limit = random.Next(1, 12);
        var after = Any(random, participants).Position;
        var page = board.Page(after, limit);
        var first = sorted.FindIndex(score => score.Position > after) is var found and >= 0 ? found : sorted.Count;
        Assert.Equal(sorted.Skip(first).Take(limit), page.Scores);
        Assert.Equal((first + 1, sorted.Count > first + limit), (page.FirstRank, page.HasMore));

        var own = Any(random, participants);
        Assert.Equal(
            1 + sorted.Count(score => score.Participant != own.Participant && score.Position < own.Position),
            board.RankAt(own.Participant, own.Position));

        var place = sorted.FindIndex(score => score.Participant == own.Participant);
        var window = board.Around(own.Participant, limit);
        Assert.Equal(place >= 0, window is not null);
        if (window is not null)
        {
            Assert.Equal(sorted.Skip((int)window.FirstRank - 1).Take(limit), window.Scores);
            Assert.InRange(place, window.FirstRank - 1, window.FirstRank - 2 + window.Scores.Count);
        }
    }

    /// <summary>Few different points and times, so that many are equal; one in ten has been erased.</summary>
    private static Score Any(Random random, int participants)
    {
        var number = (ulong)random.Next(participants);
        return new Score(
            new ParticipantRef(number), random.Next(1, 1000), random.Next(8) * 100, random.Next(50), random.Next(20), random.Next(5),
            Noon.AddSeconds(random.Next(4)), random.Next(10) == 0 ? "" : $"user-{number}", "");
    }
}
