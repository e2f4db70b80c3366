using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Participants;

public class CorrectionTests
{
    private const long Max = (1L << 53) - 1;

    [Theory]
    [InlineData(100, 5, 5)]
    [InlineData(100, -5, -5)]
    [InlineData(100, -100, -100)]
    [InlineData(100, -1_000_000_000, -100)]
    [InlineData(0, -1, 0)]
    [InlineData(Max - 5, 5, 5)]
    [InlineData(Max - 5, 6, null)]
    [InlineData(Max, -5, -5)]
    public void A_total_stays_between_zero_and_its_limit(long total, long points, int? applied)
    {
        var participant = Participant.New with { TotalPoints = total, JoinedAt = Given.Monday };

        var adjusted = PointsAdjuster.Adjust(Given.Campaign(Given.Definition(), version: 3), participant, points);

        Assert.Equal(applied, (int?)adjusted?.Points);
        if (adjusted is not null)
            Assert.Equal((3, total + applied), (adjusted.DefinitionVersion, participant.Apply(adjusted, Given.Monday).TotalPoints));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(0, false)]
    public void A_correction_changes_when_the_total_was_reached_only_if_it_changes_the_total(long points, bool changes)
    {
        var (first, later) = (Given.Monday, Given.Monday.AddHours(1));
        var participant = Participant.New with { TotalPoints = 10, JoinedAt = first, ReachedAt = first, LastEntryAt = first };
        ParticipantEntry[] corrections = [new PointsAdjusted(points, 1, []), new WinVoided(7, points)];

        Assert.All(corrections, correction =>
        {
            var after = participant.Apply(correction, later);
            Assert.Equal((changes ? later : first, later), (after.ReachedAt, after.LastEntryAt));
        });
    }

    [Fact]
    public void A_win_that_was_taken_back_is_marked_and_still_counts()
    {
        Win Win(long award) => new(award, 0, "Gold", $"SUMM-{award}", 50, Given.Monday);
        var participant = Participant.New with { TotalPoints = 120, Wins = 2, LastAward = 8, RecentWins = [Win(7), Win(8)] };

        var after = participant.Apply(new WinVoided(7, 50), Given.Monday);

        Assert.Equal((70, 2, 8L), (after.TotalPoints, after.Wins, after.LastAward));
        Assert.Equal([50L, null], after.RecentWins.Select(win => win.VoidedPoints));
        // One that is older than those kept takes its points all the same.
        Assert.Equal(100, participant.Apply(new WinVoided(1, 20), Given.Monday).TotalPoints);
    }

    [Fact]
    public void An_exclusion_changes_nothing_else()
    {
        var excluded = Participant.New.Apply(new ExclusionChanged(true), Given.Monday);

        Assert.Equal(Participant.New with { IsExcluded = true, LastEntryAt = Given.Monday }, excluded);
        Assert.False(excluded.Apply(new ExclusionChanged(false), Given.Monday).IsExcluded);
    }
}
