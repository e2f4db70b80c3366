using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Participants;

public class ParticipantTests
{
    private static readonly DateTimeOffset First = Given.Monday;
    private static readonly DateTimeOffset Second = First.AddHours(1);
    private static readonly DateTimeOffset Third = First.AddHours(2);

    [Fact]
    public void A_stream_of_releases_alone_is_not_a_participant()
    {
        var participant = Participant.New.Apply(new ClaimReleased(3), First).Apply(new ClaimReleased(5), Second);

        Assert.Null(participant.JoinedAt);
        Assert.Equal(Participant.New with { LastReleased = 5, LastEntryAt = Second }, participant);
    }

    [Fact]
    public void Somebody_joins_with_the_first_event_not_with_a_release()
    {
        var participant = Participant.New.Apply(new ClaimReleased(3), First).Apply(Event(0), Second).Apply(Event(10), Third);

        Assert.Equal((Second, 2L), (participant.JoinedAt, participant.EventsCount));
    }

    // The points of three events, an hour apart: which of them reached the total.
    [Theory]
    [InlineData(10, 0, 0, 1)]
    [InlineData(10, 5, 0, 2)]
    [InlineData(10, 0, 5, 3)]
    [InlineData(0, 0, 0, 1)] // A total of 0 is reached by joining.
    [InlineData(0, 5, 0, 2)]
    [InlineData(0, 0, 5, 3)]
    public void A_total_was_reached_when_it_last_changed(long first, long second, long third, int reachedBy)
    {
        foreach (var asPrize in new[] { false, true })
        {
            var participant = Participant.New
                .Apply(Event(first, asPrize), First)
                .Apply(Event(second, asPrize), Second)
                .Apply(Event(third, asPrize), Third)
                .Apply(new ClaimReleased(1), Third.AddHours(1));

            Assert.Equal(First.AddHours(reachedBy - 1), participant.ReachedAt);
            Assert.Equal((first + second + third, Third.AddHours(1)), (participant.TotalPoints, participant.LastEntryAt));
        }
    }

    [Fact]
    public void Only_the_twenty_newest_wins_are_kept_but_all_count()
    {
        var participant = Participant.New;
        for (var award = 1; award <= 25; award++)
            participant = participant.Apply(Win(award), First);

        Assert.Equal(20, Participant.MaxRecentWins);
        Assert.Equal(Enumerable.Range(6, 20).Select(award => (long)award), participant.RecentWins.Select(win => win.Award));
        Assert.Equal((25, 25L, 25L), (participant.Wins, participant.LastAward, participant.Plays.Total));
    }

    [Fact]
    public void An_event_without_a_win_leaves_wins_plays_and_awards_alone()
    {
        var winner = Participant.New.Apply(Win(4), First);

        var after = winner.Apply(Event(10), Second);
        var played = after.Apply(Event(10) with { Play = new Play(2, Win: null) }, Third);

        Assert.Equal((winner.Wins, winner.LastAward, winner.Plays), (after.Wins, after.LastAward, after.Plays));
        Assert.Equal(winner.RecentWins, played.RecentWins);
        Assert.Equal((1, 4L, 2L), (played.Wins, played.LastAward, played.Plays.Total));
    }

    [Fact]
    public void Milestones_are_kept_in_order_of_reaching()
    {
        var participant = Participant.New
            .Apply(Event(1) with { MilestonesReached = [new("b", "B", 0), new("c", "C", 0)] }, First)
            .Apply(Event(1), Second)
            .Apply(Event(1) with { MilestonesReached = [new("a", "A", 0)] }, Third);

        Assert.Equal("b c a", string.Join(' ', participant.Milestones.Select(milestone => milestone.Id)));
    }

    [Fact]
    public void An_unknown_entry_is_a_mistake() =>
        Assert.Throws<InvalidOperationException>(() => Participant.New.Apply(new Unknown(), First));

    private static EventRecorded Event(long points, bool asPrize = false) =>
        new("purchase", 1, asPrize ? 0 : points, asPrize ? points : 0, [], Play: null, new LocalPeriods(1, 1, 1));

    private static EventRecorded Win(long award) =>
        Event(1) with { Play = new Play(award, new Win(award, 0, "Gold", $"SUMM-{award}", 1, First)) };

    private sealed record Unknown : ParticipantEntry;
}
