using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class SendingAgainTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task The_same_event_twice_is_counted_once_and_answered_alike()
    {
        var campaign = await one.CampaignAsync();

        var first = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var second = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal((RecordEventStatus.Recorded, false), (first.Status, first.Replayed));
        Assert.Equal((RecordEventStatus.Recorded, true), (second.Status, second.Replayed));
        Assert.Equal(first.Data, second.Data);
        var participant = Assert.Single(await one.Reader(campaign).ParticipantsAsync());
        Assert.Single(participant.Entries);
        Assert.Equal(650, participant.Summary!.Points);
    }

    [Fact]
    public async Task A_hundred_at_once_are_counted_once_and_answered_alike()
    {
        var campaign = await one.CampaignAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => one.Engine.RecordAsync(campaign, "ann", "e-1")));

        Assert.All(replies, reply => Assert.Equal(RecordEventStatus.Recorded, reply.Status));
        Assert.All(replies, reply => Assert.Equal(replies[0].Data, reply.Data));
        Assert.Single(replies, reply => !reply.Replayed);
        Assert.Single((await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"))).Entries);
    }

    public static TheoryData<string, RecordEventRequest> OtherRequests()
    {
        var request = Requests.Event("ann", "e-1");
        return new()
        {
            { "another type", request with { EventType = "signup" } },
            { "another value", request with { Metadata = Requests.Bytes("""{"amount":26}""") } },
            { "another spelling of the number", request with { Metadata = Requests.Bytes("""{"amount":25.0}""") } },
            { "one member more", request with { Metadata = Requests.Bytes("""{"amount":25,"x":1}""") } },
            { "no metadata", request with { Metadata = null } },
            { "empty metadata", request with { Metadata = Requests.Bytes("{}") } },
            { "a time", request with { OccurredAt = DateTimeOffset.UnixEpoch } },
            { "a display name", request with { DisplayName = "Ann" } },
        };
    }

    [Theory, MemberData(nameof(OtherRequests))]
    public async Task The_same_id_for_another_request_is_refused_and_changes_nothing(string what, RecordEventRequest other)
    {
        var campaign = await one.CampaignAsync();
        var first = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var before = await (await one.Engine.ParticipantAsync(campaign, "ann")).Get();

        var reply = await one.Engine.RecordAsync(campaign, other);

        Assert.True(reply.Status == RecordEventStatus.EventIdReused, what);
        Assert.Null(reply.Data);
        Assert.Equivalent(before, await (await one.Engine.ParticipantAsync(campaign, "ann")).Get(), strict: true);
        Assert.Single((await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"))).Entries);
        Assert.Equal(first.Data, (await one.Engine.RecordAsync(campaign, "ann", "e-1")).Data);
    }

    [Theory]
    [InlineData("""{ "amount" : 25, "text":"a b" }""")]
    [InlineData("{\"amount\":25,\r\n\t\"text\":\"a b\"}")]
    public async Task White_space_between_tokens_makes_no_other_request(string metadata)
    {
        var campaign = await one.CampaignAsync();
        var first = await one.Engine.RecordAsync(campaign, "ann", "e-1", metadata: """{"amount":25,"text":"a b"}""");

        var second = await one.Engine.RecordAsync(campaign, "ann", "e-1", metadata: metadata);

        Assert.True(second.Replayed);
        Assert.Equal(first.Data, second.Data);
    }

    [Theory]
    [InlineData("""{"text":"a  b"}""")]
    [InlineData("""{"text":"a b "}""")]
    [InlineData("""{"text":"a\u0020b"}""")]
    public async Task White_space_inside_a_string_does(string metadata)
    {
        var campaign = await one.CampaignAsync();
        await one.Engine.RecordAsync(campaign, "ann", "e-1", metadata: """{"text":"a b"}""");

        var second = await one.Engine.RecordAsync(campaign, "ann", "e-1", metadata: metadata);

        Assert.Equal(RecordEventStatus.EventIdReused, second.Status);
    }

    [Fact]
    public async Task The_same_id_of_two_users_names_two_events()
    {
        var campaign = await one.CampaignAsync();

        var ann = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var bob = await one.Engine.RecordAsync(campaign, "bob", "e-1");

        Assert.False(ann.Replayed);
        Assert.False(bob.Replayed);
        Assert.NotEqual(ann.Data, bob.Data);
    }

    [Fact]
    public async Task An_id_that_has_left_the_recent_ones_still_gets_its_answer()
    {
        const int Events = 620;
        var campaign = await one.CampaignAsync(odds: "0.05", quantity: 1000);
        List<byte[]?> answers = [];
        for (var i = 0; i < Events; i++)
            answers.Add((await one.Engine.RecordAsync(campaign, "ann", $"e-{i}")).Data);

        foreach (var i in new[] { 0, 1, 31, 32, 60, 95, 96, 127, 128, 300, Events - 1 })
        {
            var again = await one.Engine.RecordAsync(campaign, "ann", $"e-{i}");
            Assert.True(again.Replayed);
            Assert.Equal(answers[i], again.Data);
            var other = await one.Engine.RecordAsync(campaign, "ann", $"e-{i}", metadata: null);
            Assert.Equal(RecordEventStatus.EventIdReused, other.Status);
        }

        var participant = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal(Events, participant.Entries.Count);
    }
}
