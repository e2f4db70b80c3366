using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Codes;

public sealed class DeletionTests
{
    [Fact]
    public async Task Codes_go_with_their_campaign_and_an_open_claim_brings_nobody_back()
    {
        var time = new ShiftedTime();
        var journal = new FaultyJournal(new MemoryJournal());
        await using var engine = await Engine.StartAsync(journal, time);
        var campaign = await engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(engine, campaign);
        new CampaignFaults(journal, engine.Codec, campaign).AtNext<StoredCodeRedeemed>(AppendFault.ThrowsWithoutCommitting);
        await engine.RedeemAsync(campaign, "ann", batch[0]);
        var ann = StreamNames.Participant(campaign, await engine.RefAsync(campaign, "ann"));

        await engine.Campaign(campaign).End();
        time.Advance(CampaignDecisions.DeletionDelay);
        Assert.Equal(CampaignReplyStatus.Done, (await engine.Campaign(campaign).Delete()).Status);
        await engine.Directory.RefreshAsync();
        time.Advance(CampaignDecisions.RemovalDelay);
        await engine.Campaign(campaign).Resume();
        await batch.At(engine).Resume();
        await engine.Directory.RefreshAsync();

        foreach (var stream in new[] { StreamNames.CodeBatches(campaign), StreamNames.CodeBatch(campaign, batch.View.Id), ann })
            Assert.Equal(0, (await journal.ReadAsync(stream)).Head.Version);
        Assert.Null(await engine.CodeLookup.FindAsync(campaign.App, campaign.Environment, batch[0]));
    }
}
