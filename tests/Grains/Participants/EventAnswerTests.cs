using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Points;
using CampaignEngine.Grains.Participants;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Grains.Tests.Participants;

public class EventAnswerTests
{
    private static readonly LocalPeriods Today = new(740_000, 105_714, 24_317);
    private static readonly Win Gold = new(7, 0, "Gold", "SUMM-AX7K9M2P", 500, Given.Noon);

    [Fact]
    public void A_campaign_with_nothing_but_points() => Check(
        """{"pointsEarned":100,"totalPoints":100,"message":"Event recorded successfully","eventId":"evt_1"}""",
        Of(), Event(100));

    [Fact]
    public void A_play_that_loses() => Check(
        """{"pointsEarned":100,"totalPoints":100,"instantWin":{"won":false,"pointsEarned":0,"message":"Not this time.","played":true},"message":"Event recorded successfully","eventId":"evt_1","playsRemaining":2}""",
        Of(game: Game(new CountLimit(3, Period.Day))), Event(100) with { Play = new Play(1, Win: null) });

    [Fact]
    public void A_play_that_wins() => Check(
        """{"pointsEarned":100,"totalPoints":600,"instantWin":{"won":true,"prizeTier":"Gold","pointsEarned":500,"winCode":"SUMM-AX7K9M2P","message":"Congratulations! You won the Gold prize!","played":true},"message":"Event recorded successfully","eventId":"evt_1","playsRemaining":0}""",
        Of(game: Game(new CountLimit(1, Period.Day))), Event(100) with { PrizePoints = 500, Play = new Play(1, Gold) });

    [Fact]
    public void A_win_of_a_tier_with_a_message_of_its_own() => Check(
        """{"pointsEarned":0,"totalPoints":5,"instantWin":{"won":true,"prizeTier":"Silver","pointsEarned":5,"winCode":"SUMM-22222222","message":"Silver \"it\" is! ✨","played":true},"message":"Event recorded successfully","eventId":"evt_1","playsRemaining":null}""",
        Of(game: Game()), Event(0) with { PrizePoints = 5, Play = new Play(1, new Win(8, 1, "Silver", "SUMM-22222222", 5, Given.Noon)) });

    [Fact]
    public void An_event_that_is_no_play() => Check(
        """{"pointsEarned":0,"totalPoints":0,"instantWin":{"won":false,"pointsEarned":0,"message":"Not this time.","played":false},"message":"Event recorded successfully","eventId":"evt_1","playsRemaining":null}""",
        Of(game: Game()), Event(0));

    [Fact]
    public void Milestones_reached_and_the_next_one() => Check(
        """{"pointsEarned":560,"totalPoints":560,"message":"Event recorded successfully","eventId":"evt_1","milestones":{"reached":[{"id":"bronze","name":"Bronze","bonusPoints":50},{"id":"silver","name":"Silver","bonusPoints":10}],"next":{"id":"gold","name":"Gold","points":1000,"remaining":440}}}""",
        Of(milestones: [new("gold", "Gold", 1_000, 25), new("bronze", "Bronze", 500, 50), new("silver", "Silver", 550, 10)]),
        Event(560) with { MilestonesReached = [new("bronze", "Bronze", 50), new("silver", "Silver", 10)] });

    [Fact]
    public void The_last_milestone_has_no_next() => Check(
        """{"pointsEarned":5,"totalPoints":5,"message":"Event recorded successfully","eventId":"evt_1","milestones":{"reached":[{"id":"a","name":"A","bonusPoints":0}],"next":null}}""",
        Of(milestones: [new("a", "A", 1, 0)]), Event(5) with { MilestonesReached = [new("a", "A", 0)] });

    [Fact]
    public void A_milestone_that_repeats_is_next_again() => Check(
        """{"pointsEarned":1060,"totalPoints":1060,"message":"Event recorded successfully","eventId":"evt_1","milestones":{"reached":[{"id":"each","name":"Each","bonusPoints":60}],"next":{"id":"each","name":"Each","points":1500,"remaining":440}}}""",
        Of(milestones: [new("each", "Each", 500, 30) { Repeats = true }, new("count", "Count", null, 5) { EventType = "purchase", Count = 3 }]),
        Event(1_060) with { MilestonesReached = [new("each", "Each", 60) { Times = 2 }] });

    // A streak of another event goes on through the day after its last.
    [Theory]
    [InlineData(3, 0, 3)]
    [InlineData(0, 0, 4)]
    [InlineData(0, 1, 4)]
    [InlineData(0, 2, 0)]
    public void The_streak_is_as_long_as_it_is_that_day(int days, int daysLater, int shown)
    {
        var before = Participant.New with { Streak = new Streak(4, Today.Day, 9) };
        var outcome = Event(1) with { StreakDays = days, Periods = Today with { Day = Today.Day + daysLater } };

        Assert.Equal(
            $$$"""{"pointsEarned":1,"totalPoints":1,"message":"Event recorded successfully","eventId":"evt_1","streak":{"days":{{{shown}}}}}""",
            Text(EventAnswer.Of(Of(streak: new StreakDefinition(["login"], [])), before.Apply(outcome, Given.Noon), outcome), "evt_1"));
    }

    [Fact]
    public void Everything_at_once_with_the_contracts_members_first() => Check(
        """{"pointsEarned":150,"totalPoints":650,"instantWin":{"won":true,"prizeTier":"Gold","pointsEarned":500,"winCode":"SUMM-AX7K9M2P","message":"Congratulations! You won the Gold prize!","played":true},"message":"Event recorded successfully","eventId":"evt_1","milestones":{"reached":[{"id":"a","name":"A","bonusPoints":50}],"next":{"id":"b","name":"B","points":9007199254740991,"remaining":9007199254740341}},"playsRemaining":4}""",
        Of([new("a", "A", 500, 50), new("b", "B", Participant.MaxTotalPoints, 0)], Game(new CountLimit(5, Period.Campaign))),
        Event(150) with { PrizePoints = 500, Play = new Play(1, Gold), MilestonesReached = [new("a", "A", 50)] });

    // Markup and quotes of other languages stay as they are; the encoder escapes some more than JSON demands.
    [Theory]
    [InlineData("Größe 😀 <b>&amp;</b> it's 'x' + \u3000", "Größe \\uD83D\\uDE00 <b>&amp;</b> it's 'x' + \\u3000")]
    [InlineData("\"quoted\" \\ back", "\\\"quoted\\\" \\\\ back")]
    [InlineData("\t\n\u0001", "\\t\\n\\u0001")]
    public void Texts_are_written_as_json(string text, string expected)
    {
        var json = Write(Of(milestones: [new(text, text, 1, 0)]), Event(0), eventId: text);

        Assert.Contains($"\"eventId\":\"{expected}\"", json);
        Assert.Contains($"\"next\":{{\"id\":\"{expected}\",\"name\":\"{expected}\",", json);
        Assert.Equal(text, JsonDocument.Parse(json).RootElement.GetProperty("eventId").GetString());
    }

    [Fact]
    public void An_exception_does_not_spoil_the_next_answer()
    {
        var campaign = Of(game: Game());
        var expected = Write(campaign, Event(1));

        // The writer is in the middle of an object when it looks for a tier that there is not.
        var wrong = Event(1) with { Play = new Play(1, Gold with { Tier = 9 }) };
        Assert.ThrowsAny<Exception>(() => Write(campaign, wrong));

        Assert.Equal(expected, Write(campaign, Event(1)));
    }

    [Fact]
    public void Answers_of_many_threads_do_not_mix()
    {
        var campaign = Of(game: Game());
        Parallel.For(0, 2_000, i =>
        {
            var (id, text) = ($"evt_{i}", new string('x', i % 700));
            using var json = JsonDocument.Parse(Write(campaign, Event(i), id + text));
            Assert.Equal(id + text, json.RootElement.GetProperty("eventId").GetString());
            Assert.Equal(i, json.RootElement.GetProperty("pointsEarned").GetInt64());
        });
    }

    [Fact]
    public void An_answer_is_not_changed_by_the_next()
    {
        var first = EventAnswer.Of(Of(), Participant.New, Event(1)).Stored;
        var kept = first.ToArray();
        EventAnswer.Of(Of(), Participant.New, Event(2));

        Assert.Equal(kept, first);
    }

    [Fact]
    public void An_entry_of_before_that_holds_its_id_is_sent_as_it_is()
    {
        var stored = ParticipantStorage.ToStored(Event(1), 1, 2, occurredAt: null, new EventAnswer("{\"eventId\":\"e-1\"}"u8.ToArray(), EventIdAt: 0));

        Assert.Equal("{\"eventId\":\"e-1\"}", Encoding.UTF8.GetString(EventAnswer.Of(stored, "e-1")));
    }

    private static void Check(string expected, Campaign campaign, EventRecorded outcome) =>
        Assert.Equal(expected, Write(campaign, outcome));

    private static string Write(Campaign campaign, EventRecorded outcome, string eventId = "evt_1") =>
        Text(EventAnswer.Of(campaign, Participant.New.Apply(outcome, Given.Noon), outcome), eventId);

    /// <summary>As the entry that keeps it is sent again.</summary>
    private static string Text(EventAnswer answer, string eventId)
    {
        var stored = ParticipantStorage.ToStored(Event(1), 1, 2, occurredAt: null, answer);
        Assert.DoesNotContain("eventId", Encoding.UTF8.GetString(stored.Answer), StringComparison.Ordinal);
        return Encoding.UTF8.GetString(EventAnswer.Of(stored, eventId));
    }

    private static EventRecorded Event(long points) => new("purchase", 1, points, 0, [], Play: null, Today);

    private static InstantWinDefinition Game(params ImmutableArray<CountLimit> limits) => new(
        Domain.Campaigns.Game.SpinWheel, ["purchase"], [], InstantWinMode.Odds, limits, RecordWithoutPlay: false, MaxWinsPerUser: null,
        [new TierDefinition("Gold", 10, 0.1m, 500, null), new TierDefinition("Silver", 10, 0.1m, 5, "Silver \"it\" is! ✨")],
        "Not this time.");

    private static Campaign Of(ImmutableArray<Milestone>? milestones = null, InstantWinDefinition? game = null, StreakDefinition? streak = null) => Campaign.Compile(
        Given.Campaign, "summer-promo", 1,
        new CampaignDefinition("Test", default, DateTimeOffset.MaxValue, "UTC", new PointsDefinition([]), milestones ?? [], game) { Streak = streak });
}
