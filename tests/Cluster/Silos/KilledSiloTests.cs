using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Journal.Memory;

namespace CampaignEngine.Cluster.Tests.Silos;

public sealed class KilledSiloTests
{
    private const int Users = 40;

    [Fact]
    public async Task Events_under_way_when_a_silo_dies_are_counted_once_when_they_are_sent_again()
    {
        var journal = new MemoryJournal();
        await using var engine = await Engine.StartAsync(journal, silos: 3);
        var campaign = await engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "1", quantity: Users * 2));
        await engine.RefreshAllAsync();
        await Task.WhenAll(Enumerable.Range(0, Users).Select(user => SendUntilRecordedAsync(engine, campaign, user, "e-1")));

        var sending = Enumerable.Range(0, Users).Select(user => SendUntilRecordedAsync(engine, campaign, user, "e-2")).ToArray();
        await engine.KillOneAsync();
        var codes = await Task.WhenAll(sending);

        Assert.Equal(Users, codes.Distinct().Count());
        var participants = await new CampaignReader(journal, engine.Codec, campaign).ParticipantsAsync();
        Assert.Equal(Users, participants.Count);
        Assert.All(participants, participant => Assert.Equal(2, participant.Wins.Count()));
        await Eventually.Holds(async () =>
        {
            await engine.Pool(campaign).Resume();
            return Assert.Single(await engine.Pool(campaign).GetStock()) is { Open: 0, Awarded: Users * 2 };
        }, "all awards are settled");
    }

    /// <summary>As a client does it: what is not known is asked again with the same id.</summary>
    private static async Task<string?> SendUntilRecordedAsync(Engine engine, CampaignId campaign, int user, string eventId)
    {
        RecordEventReply? reply = null;
        await Eventually.Holds(async () =>
        {
            try
            {
                reply = await engine.RecordAsync(campaign, $"user-{user}", eventId);
                return reply.Status == RecordEventStatus.Recorded;
            }
            catch (Exception exception) when (exception is OrleansException or TimeoutException)
            {
                return false;
            }
        }, $"the event {eventId} of user {user} is recorded");
        return reply!.WinCode();
    }
}
