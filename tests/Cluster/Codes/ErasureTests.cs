using CampaignEngine.Cluster.Tests.Participants;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Codes;

/// <summary>A code of somebody who is erased while its claim is open: paid once, and nobody is named.</summary>
public sealed class ErasureTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task A_claim_that_is_open_when_the_entry_is_there_is_ended_by_erasing()
    {
        var (campaign, batch) = await RedeemAsync<StoredCodesCompleted>(isKept: true);

        await EraseAsync(campaign);

        Assert.All(await one.Reader(campaign).CodesAsync(batch.View.Id), kept => Assert.False(kept.IsPersonal));
        Assert.DoesNotContain(StreamKind.Participant, await one.Reader(campaign).PendingAsync());
        Assert.Equal(RedeemCodeStatus.Redeemed, (await one.Engine.RedeemAsync(campaign, "bob", batch[0])).Status);
    }

    [Fact]
    public async Task A_claim_that_is_completed_after_the_erasure_names_nobody()
    {
        var (campaign, batch) = await RedeemAsync<StoredCodeRedeemed>(isKept: false);
        await EraseAsync(campaign);

        await batch.At(one.Engine).Resume();

        Assert.Null(await (await one.Engine.ParticipantAsync(campaign, "ann")).Get());
        await FinishAsync(campaign);
        Assert.All(await one.Reader(campaign).CodesAsync(batch.View.Id), kept => Assert.False(kept.IsPersonal));
        var record = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal(("", 0L), (record.Summary!.UserId, record.Summary.Points));
        Assert.Single(record.Entries, kept => kept.Entry is StoredCodeRedeemed);
        Assert.DoesNotContain(StreamKind.CodeBatch, await one.Reader(campaign).PendingAsync());
        // Their own request, sent again, still has its answer; nobody else gets the code.
        var again = await one.Engine.RedeemAsync(campaign, "ann", batch[0], "k-1");
        Assert.Equal((RedeemCodeStatus.Done, true), (again.Status, again.Replayed));
        Assert.Equal(RedeemCodeStatus.Redeemed, (await one.Engine.RedeemAsync(campaign, "bob", batch[0])).Status);
    }

    [Fact]
    public async Task A_claim_of_before_gives_its_points_to_whoever_came_back()
    {
        var (campaign, batch) = await RedeemAsync<StoredCodeRedeemed>(isKept: false);
        await EraseAsync(campaign);
        await one.Engine.RecordAsync(campaign, "ann", "e-2");

        await batch.At(one.Engine).Resume();

        // With the event and its prize.
        Assert.Equal(650, await one.Engine.TotalAsync(campaign, "ann"));
        Assert.Equal("ann", (await (await one.Engine.ParticipantAsync(campaign, "ann")).Get())!.UserId);
    }

    /// <summary>Redeems a code of 50 points, and is cut off.</summary>
    private async Task<(CampaignId Campaign, BatchOfCodes Batch)> RedeemAsync<T>(bool isKept) where T : class
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);
        Assert.Equal(RecordEventStatus.Recorded, (await one.Engine.RecordAsync(campaign, "ann", "e-1")).Status);
        one.Faults(campaign).AtNext<T>(AppendFault.ThrowsWithoutCommitting);
        var reply = await one.Engine.RedeemAsync(campaign, "ann", batch[0], "k-1");
        Assert.Equal(isKept ? RedeemCodeStatus.Done : RedeemCodeStatus.OutcomeUnknown, reply.Status);
        return (campaign, batch);
    }

    private async Task EraseAsync(CampaignId campaign)
    {
        Assert.Equal(EraseStatus.Erased, await one.Engine.EraseAsync(campaign, "ann"));
        await FinishAsync(campaign);
    }

    /// <summary>A fault that is left hits here.</summary>
    private Task FinishAsync(CampaignId campaign) => Eventually.Holds(async () =>
    {
        try
        {
            await one.Engine.FinishErasureAsync(one.Journal, campaign, "ann");
        }
        catch (OutcomeUnknownException)
        {
            return false;
        }

        return !(await one.Reader(campaign).PendingAsync()).Contains(StreamKind.Participant);
    }, "nothing is left to erase");
}
