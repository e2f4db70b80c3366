using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Points;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Cluster.Tests.Histories;

/// <summary>A checker that finds nothing in a broken history is broken itself.</summary>
public sealed class InvariantsTests(OneEngine one) : IClassFixture<OneEngine>
{
    private const string More = """ "maxPlays": [ { "times": 3, "per": "campaign" } ], "maxWinsPerUser": 2, """;

    [Fact]
    public async Task An_honest_history_has_no_violations() => Assert.Empty(Invariants.Violations(await HonestAsync()));

    [Theory]
    [InlineData("I1", "an answer's total is off by one")]
    [InlineData("I1", "a win was voided")]
    [InlineData("I1", "a unit too many was given")]
    [InlineData("I1", "a claim stays open")]
    [InlineData("I1", "a closed award is in no entry")]
    [InlineData("I2", "two users have the same code")]
    [InlineData("I2", "a code number was used twice")]
    [InlineData("I2", "a user was told another's code")]
    [InlineData("I3", "the summary is behind")]
    [InlineData("I3", "GET is behind")]
    [InlineData("I4", "an entry was lost")]
    [InlineData("I4", "an entry has another answer")]
    [InlineData("I5", "a refused event is kept")]
    [InlineData("I6", "an event was kept twice")]
    [InlineData("I7", "a play was left out")]
    [InlineData("I7", "plays were exceeded")]
    [InlineData("I7", "wins were exceeded")]
    [InlineData("I7", "a rule's limit was exceeded")]
    [InlineData("I7", "a cooldown was not waited for")]
    [InlineData("I7", "a cap was exceeded")]
    [InlineData("I7", "somebody excluded won")]
    [InlineData("I1", "a win that never was is taken back")]
    [InlineData("I1", "a win is taken back twice")]
    [InlineData("I3", "an adjustment is not in the total")]
    [InlineData("I8", "a recorded event was refused later")]
    [InlineData("I8", "an event was answered in two ways")]
    [InlineData("I8", "another request was taken for a repeat")]
    [InlineData("I9", "nobody asked again")]
    [InlineData("Time", "time ran backwards")]
    public async Task A_broken_history_is_found_out(string invariant, string how)
    {
        var broken = Break(await HonestAsync(), how);

        Assert.Contains(Invariants.Violations(broken), violation => violation.StartsWith($"{invariant}:", StringComparison.Ordinal));
    }

    private async Task<CampaignRecord> HonestAsync()
    {
        var definition = Definitions.InstantWin(odds: "1", quantity: 4, More);
        var campaign = await one.Engine.CreateOwnCampaignAsync(definition);
        var clients = new Clients(campaign);
        foreach (var (user, eventId) in new[] { ("ann", "1"), ("ann", "2"), ("ann", "2"), ("ann", "3"), ("ann", "4"), ("bob", "1") })
            await clients.SendAsync(one.Engine, user, eventId, "same");
        await one.Engine.Pool(campaign).Resume();
        await Eventually.Holds(async () => (await one.Reader(campaign).PendingAsync()).Count == 0, "no work is left");
        return await CampaignRecords.TakeAsync(
            one.Engine, one.Reader(campaign), campaign, definition, ["ann", "bob"], clients.Answers);
    }

    private static CampaignRecord Break(CampaignRecord honest, string how)
    {
        var ann = honest.Participants.Single(participant => honest.UserOf(participant) == "ann");
        var bob = honest.Participants.Single(participant => honest.UserOf(participant) == "bob");
        var last = honest.Answers[^1];
        return how switch
        {
            "an answer's total is off by one" => With(Entry(ann, 1, recorded => recorded with { PointsEarned = recorded.PointsEarned + 1 })),
            "a win was voided" => honest with { Pool = [.. honest.Pool.Where(entry => entry is not StoredClaimsClosed), new StoredClaimVoided(3)] },
            "a unit too many was given" => honest with { Pool = [new StoredPoolOpened(1, [new("Gold", 2, 0, 0, 0)]), .. honest.Pool.Skip(1)] },
            "a claim stays open" => honest with { Pool = [.. honest.Pool.Where(entry => entry is not StoredClaimsClosed)] },
            "a closed award is in no entry" => With(Entry(bob, 0, recorded => recorded with { Play = recorded.Play! with { Win = null } })),
            "two users have the same code" => With(Win(bob, 0, win => win with { WinCode = ann.Wins.First().WinCode })),
            "a code number was used twice" => honest with
            {
                Pool = [.. honest.Pool.Select(entry => entry is StoredPrizeAwarded awarded ? awarded with { CodeNumber = 7 } : entry)],
            },
            "a user was told another's code" => Answered(last with { User = "ann", EventId = "9" }),
            "the summary is behind" => With(ann with { Summary = ann.Summary! with { Points = 1 } }),
            "GET is behind" => honest with
            {
                Views = new Dictionary<string, ServedTotals?>(honest.Views) { ["ann"] = honest.Views["ann"]! with { TotalPoints = 1 } },
            },
            "an entry was lost" => With(bob with { Entries = [] }),
            "an entry has another answer" => With(Entry(bob, 0, recorded => recorded with
            {
                Answer = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(recorded.Answer).Replace("recorded", "Recorded", StringComparison.Ordinal)),
            })),
            "a refused event is kept" => With(ann with { Entries = [.. ann.Entries, ann.Entries[0] with { EventId = "4" }] }),
            "an event was kept twice" => With(ann with { Entries = [.. ann.Entries, ann.Entries[0]] }),
            "a play was left out" => With(ann with { Entries = [.. ann.Entries.Skip(1)] }),
            "plays were exceeded" => honest with { Game = honest.Game with { MaxPlays = [honest.Game.MaxPlays[0] with { Times = 2 }] } },
            "wins were exceeded" => honest with { Game = honest.Game with { MaxWinsPerUser = 1 } },
            "a rule's limit was exceeded" => Ruled(Limited() with { Limits = [new CountLimit(1, Period.Month)] }),
            "a cooldown was not waited for" => Ruled(Limited() with { CooldownSeconds = 86_400 }),
            "a cap was exceeded" => honest with { Points = new PointsDefinition([]) { MaxPointsPerUser = [new PointsLimit(299, Period.Week)] } },
            "somebody excluded won" => With(ann with { Entries = [Entry(new StoredExclusionChanged(true), ann.Entries[0].Time), .. ann.Entries] }),
            "a win that never was is taken back" => With(ann with { Entries = [.. ann.Entries, Entry(new StoredWinVoided(99, 0), ann.Entries[^1].Time)] }),
            "a win is taken back twice" => With(ann with
            {
                Entries = [.. ann.Entries, .. Enumerable.Repeat(Entry(new StoredWinVoided(ann.Wins.First().Award, 0), ann.Entries[^1].Time), 2)],
            }),
            "an adjustment is not in the total" => With(ann with
            {
                Entries = [.. ann.Entries, Entry(new StoredPointsAdjusted(1, 2, 5, 1, null, []), ann.Entries[^1].Time)],
            }),
            "a recorded event was refused later" => Answered(Later(last) with { Status = RecordEventStatus.CampaignNotActive }),
            "an event was answered in two ways" => Answered(Later(last) with { Data = honest.Answers[0].Data }),
            "another request was taken for a repeat" => Answered(Later(last) with { Body = "other" }),
            "nobody asked again" => Answered(last with { EventId = "9", Status = RecordEventStatus.OutcomeUnknown, Data = null }),
            "time ran backwards" => With(ann with { Entries = [ann.Entries[0] with { Time = DateTimeOffset.MaxValue }, .. ann.Entries.Skip(1)] }),
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };

        CampaignRecord With(ParticipantRecord changed) => honest with
        {
            Participants = [.. honest.Participants.Select(participant => participant.Ref == changed.Ref ? changed : participant)],
        };

        CampaignRecord Ruled(PointRule rule)
        {
            var ruled = Entry(Entry(ann, 0, Applied), 1, Applied);
            return With(ruled) with { Points = new PointsDefinition([rule]) };

            StoredEvent Applied(StoredEvent recorded) => recorded with { Rules = [new StoredAppliedRule(rule.Id, 100)] };
        }

        CampaignRecord Answered(SeenAnswer answer) => honest with { Answers = [.. honest.Answers, answer] };
    }

    private static PointRule Limited() => new("purchase", "purchase", [], 100, PerUnit: null);

    private static ParticipantEntryRecord Entry(StoredParticipantEntry entry, DateTimeOffset time) => new(entry, time, EventId: null);

    private static SeenAnswer Later(SeenAnswer answer) => answer with { Sent = answer.Arrived + 1, Arrived = answer.Arrived + 2 };

    private static ParticipantRecord Entry(ParticipantRecord participant, int index, Func<StoredEvent, StoredEvent> change)
    {
        var entries = participant.Entries.ToArray();
        entries[index] = entries[index] with { Entry = change((StoredEvent)entries[index].Entry) };
        return participant with { Entries = entries };
    }

    private static ParticipantRecord Win(ParticipantRecord participant, int index, Func<StoredWin, StoredWin> change) =>
        Entry(participant, index, recorded => recorded with { Play = recorded.Play! with { Win = change(recorded.Play!.Win!) } });
}
