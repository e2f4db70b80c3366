using CampaignEngine.Domain.Leaderboards;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Leaderboards;

public class LeaderboardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Leaderboard _board = new();

    [Theory]
    [InlineData(200, 5, "a", 100, 1, "b", "more points")]
    [InlineData(100, 1, "b", 100, 5, "a", "reached them first")]
    [InlineData(100, 1, "a", 100, 1, "b", "user id")]
    [InlineData(100, 1, "B", 100, 1, "a", "capitals come first")]
    [InlineData(100, 1, "ab", 100, 1, "b", "by units, not by length")]
    public void The_first_of_two_comes_first(
        long points, int seconds, string userId, long otherPoints, int otherSeconds, string otherUserId, string because)
    {
        Add(2, otherPoints, otherSeconds, otherUserId);
        Add(1, points, seconds, userId);

        Assert.True(Users(_board.Page(null, 10)) is [var first, var second] && first == userId && second == otherUserId, because);
        Assert.True(new BoardPosition(points, Noon.AddSeconds(seconds), userId) < new BoardPosition(otherPoints, Noon.AddSeconds(otherSeconds), otherUserId));
    }

    [Fact]
    public void The_newest_version_counts_whatever_comes_last()
    {
        Assert.True(Add(1, 100, 1, "ann", version: 1));
        Assert.True(Add(1, 300, 3, "ann", version: 3));
        Assert.False(Add(1, 200, 2, "ann", version: 2));
        Assert.False(Add(1, 300, 3, "ann", version: 3));

        Assert.Equal(300, Assert.Single(_board.Page(null, 10).Scores).Points);
        Assert.Equal(3, _board.VersionOf(Ref(1)));
        Assert.Equal(0, _board.VersionOf(Ref(2)));
        Assert.Equal(new BoardTotals(1, 3, 300, 6, 9), _board.Totals);
    }

    [Fact]
    public void Who_was_erased_is_gone_and_may_come_back()
    {
        Add(1, 100, 1, "ann", version: 1);
        Add(2, 50, 1, "bob");
        Add(1, 0, 2, "", version: 2);

        Assert.False(Add(1, 100, 1, "ann", version: 1));
        Assert.Equal(["bob"], Users(_board.Page(null, 10)));
        Assert.Null(_board.Around(Ref(1), 5));
        Assert.Equal(1, _board.Totals.Participants);
        Assert.Equal(50, _board.Totals.Points);

        Add(1, 10, 3, "ann", version: 3);
        Assert.Equal(["bob", "ann"], Users(_board.Page(null, 10)));
    }

    [Fact]
    public void A_rank_is_that_of_the_newest_score_whether_the_board_has_it_or_not()
    {
        Add(1, 300, 1, "ann");
        Add(2, 200, 1, "bob");
        Add(3, 100, 1, "cid");

        Assert.Equal(2, _board.RankAt(Ref(2), At(200, 1, "bob")));
        Assert.Equal(1, _board.RankAt(Ref(2), At(400, 2, "bob")));
        Assert.Equal(3, _board.RankAt(Ref(1), At(50, 2, "ann")));
        Assert.Equal(4, _board.RankAt(Ref(4), At(50, 2, "dan")));
        Assert.Equal(3, _board.RankAt(Ref(4), At(150, 2, "dan")));
    }

    [Theory]
    [InlineData(1, 5, 1)]
    [InlineData(2, 5, 1)]
    [InlineData(5, 5, 3)]
    [InlineData(5, 4, 3)]
    [InlineData(9, 5, 5)]
    [InlineData(5, 100, 1)]
    [InlineData(5, 1, 5)]
    public void A_window_has_the_participant_in_its_middle(int number, int limit, long firstRank)
    {
        for (var i = 1; i <= 9; i++)
            Add((ulong)i, 100 - i, 1, $"user-{i}");

        var window = _board.Around(Ref((ulong)number), limit)!;

        Assert.Equal(firstRank, window.FirstRank);
        Assert.Equal(Math.Min(limit, 9), window.Scores.Count);
        Assert.Contains(window.Scores, score => score.UserId == $"user-{number}");
    }

    [Fact]
    public void Pages_have_everybody_once()
    {
        for (var i = 1; i <= 25; i++)
            Add((ulong)i, i % 3, i % 2, $"user-{i}");

        List<string> users = [];
        BoardPosition? after = null;
        Standings page;
        do
        {
            page = _board.Page(after, 4);
            Assert.Equal(users.Count + 1, page.FirstRank);
            users.AddRange(Users(page));
            after = page.Scores[^1].Position;
        }
        while (page.HasMore);

        Assert.Equal(Users(_board.Page(null, 100)), users);
        Assert.Empty(_board.Page(after, 4).Scores);
    }

    [Fact]
    public void A_page_goes_on_after_a_position_that_nobody_has_any_more()
    {
        Add(1, 300, 1, "ann");
        Add(2, 200, 1, "bob");

        Assert.Equal(["bob"], Users(_board.Page(At(250, 1, "gone"), 10)));
    }

    [Fact]
    public void Points_that_do_not_fit_are_the_most_that_do()
    {
        for (var i = 1; i <= 1100; i++)
            Add((ulong)i, Participant.MaxTotalPoints, i, $"user-{i}");

        Assert.Equal(long.MaxValue, _board.Totals.Points);
    }

    private bool Add(ulong number, long points, int seconds, string userId, long version = 1) => _board.Apply(new Score(
        Ref(number), version, points, Events: version, Plays: version * 2, Wins: version * 3, Noon.AddSeconds(seconds), userId, ""));

    private static ParticipantRef Ref(ulong number) => new(number);

    private static BoardPosition At(long points, int seconds, string userId) => new(points, Noon.AddSeconds(seconds), userId);

    private static string[] Users(Standings standings) => [.. standings.Scores.Select(score => score.UserId)];
}
