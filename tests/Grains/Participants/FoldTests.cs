using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Participants;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Grains.Tests.Participants;

public class FoldTests
{
    private static readonly string[] Types = ["purchase", "login", "spin"];

    [Fact]
    public void A_snapshot_and_the_entries_after_it_come_to_what_all_entries_come_to()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var cut = random.Next(60);
            var (whole, resumed) = (Participant.New, Participant.New);
            for (var i = 0; i < 60; i++)
            {
                if (i == cut)
                    resumed = Kept(whole);
                var (entry, time) = (Entry(random, whole, i), Given.Noon.AddHours(i));
                whole = whole.Apply(entry, time);
                resumed = i < cut ? resumed : resumed.Apply(entry, time);
            }

            Assert.Equal($"{seed}: {Given.Text(whole)}", $"{seed}: {Given.Text(resumed)}");
        }
    }

    private static Participant Kept(Participant state) => ParticipantStorage.FromStored(
        Given.Codec.Decode<StoredParticipant>(Given.Codec.Encode(ParticipantStorage.ToStored(state, new RecentEventIds(), referralBegunAt: 0))));

    private static ParticipantEntry Entry(Random random, Participant before, int number) => random.Next(12) switch
    {
        0 => new ClaimReleased(random.Next(100)),
        1 => new PointsAdjusted(random.NextInt64(-before.TotalPoints, 100), 1, Milestones(random)),
        2 => new ExclusionChanged(random.Next(2) == 0),
        3 when before.RecentWins.Length > 0 => new WinVoided(before.RecentWins[random.Next(before.RecentWins.Length)].Award, random.NextInt64(before.TotalPoints + 1)),
        _ => new EventRecorded(
            Types[random.Next(3)], 1, random.Next(100), 0, Milestones(random), Play(random, before, number),
            new LocalPeriods(700_000 + number / 6, 100_000 + number / 42, 23_000 + number / 40))
        {
            Rules = [.. Types.Where(_ => random.Next(3) == 0).Select(id => new AppliedRule(id, random.Next(1, 50)))],
            LimitedPoints = random.Next(3),
            StreakDays = random.Next(4),
            IsCounted = random.Next(2) == 0,
        },
    };

    private static System.Collections.Immutable.ImmutableArray<ReachedMilestone> Milestones(Random random) =>
        [.. Types.Where(_ => random.Next(5) == 0).Select(id => new ReachedMilestone(id, id, random.Next(10)) { Times = random.Next(1, 4) })];

    private static Play? Play(Random random, Participant before, int number) => random.Next(3) switch
    {
        0 => null,
        1 => new Play(before.Plays.Total + 1, Win: null) { LosingAward = random.Next(2) * number },
        _ => new Play(before.Plays.Total + 1, new Win(number + 1, 0, "Gold", $"SUMM-{number}", 0, Given.Noon)),
    };
}
