using System.Text;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Journal.Memory;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class RecordingTests
{
    [Fact]
    public async Task A_winning_event_answers_points_prize_and_code()
    {
        await using var engine = await Engine.StartAsync(new MemoryJournal());
        var campaign = await engine.CreateCampaignAsync(Definitions.InstantWin(odds: "1", quantity: 10));

        var reply = await engine.RecordAsync(campaign, "user_1", "event-1");

        Assert.Equal(RecordEventStatus.Recorded, reply.Status);
        Assert.Matches(
            """^{"pointsEarned":150,"totalPoints":650,"instantWin":{"won":true,"prizeTier":"Gold","pointsEarned":500,"winCode":"SUMM-[2-9A-Z]{8}","message":"Congratulations! You won the Gold prize!","played":true},"message":"Event recorded successfully","eventId":"event-1","milestones":{"reached":\[{"id":"bronze","name":"Bronze","bonusPoints":50}\],"next":null},"playsRemaining":null}$""",
            Encoding.UTF8.GetString(reply.Data!));
    }
}
