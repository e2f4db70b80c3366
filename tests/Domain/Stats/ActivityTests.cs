using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Stats;

namespace CampaignEngine.Domain.Tests.Stats;

public sealed class ActivityTests
{
    private static readonly ReachedMilestone s_milestone = new("m", "M", BonusPoints: 7);
    private static readonly ParticipantRef s_other = new(9);

    private static readonly ParticipantEntry[] s_entries =
    [
        Recorded(play: null, prizePoints: 0),
        Recorded(new Play(1, Win: null), prizePoints: 0),
        Recorded(new Play(1, new Win(1, 0, "Gold", "C", 500, DateTimeOffset.UnixEpoch)), prizePoints: 500),
        new PointsAdjusted(-5, 1, []),
        new PointsAdjusted(5, 1, [s_milestone]),
        new CodeRedeemed(Guid.Empty, 0, 25, 1, [s_milestone]),
        new Erased(),
        new ErasureFinished(),
        new WinVoided(1, 20),
        new ClaimReleased(1),
        new ExclusionChanged(true),
        new ParticipantNamed(),
        new ReferralBegun(s_other, 1, 1),
        new ReferralCredited(s_other, 10, 1, [s_milestone]),
        new ReferralCompleted(s_other, 10, 10, 1, [s_milestone], IsHeard: true),
    ];

    public static TheoryData<ParticipantEntry> Entries => [.. s_entries];

    [Theory, MemberData(nameof(Entries))]
    public void What_an_entry_counts_as_is_what_it_does_to_the_participant(ParticipantEntry entry)
    {
        var before = new Participant { Referral = new(s_other, 1, 1, Domain.Referrals.ReferralStage.Begun) };

        var after = before.Apply(entry, DateTimeOffset.UnixEpoch);

        Assert.Equal(
            new Activity(0, after.EventsCount, after.TotalPoints, after.Plays.Total, after.Wins), Activity.Of(entry));
        Assert.Equal(after.JoinedAt is not null, Activity.Joins(entry));
    }

    [Fact]
    public void Every_kind_of_entry_is_among_them()
    {
        var kinds = typeof(ParticipantEntry).Assembly.GetTypes().Where(type => type.BaseType == typeof(ParticipantEntry));

        Assert.Equal(
            kinds.Select(kind => kind.Name).Order(), s_entries.Select(entry => entry.GetType().Name).Distinct().Order());
    }

    private static EventRecorded Recorded(Play? play, long prizePoints) =>
        new("purchase", 1, PointsEarned: 107, prizePoints, [s_milestone], play, default);
}
