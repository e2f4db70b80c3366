using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

public sealed class SoldOutTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task Is_not_answered_before_the_last_units_commit()
    {
        var campaign = await one.CampaignAsync(quantity: 2);
        await one.Engine.Pool(campaign).GetStock();
        var secondGate = new Gate();
        one.Faults(campaign).AtNext<StoredPrizeAwarded>(new AppendFault(Before: async () =>
        {
            await secondGate.PassAsync();
            throw new OutcomeUnknownException("A test says so.");
        }));
        var firstGate = one.Faults(campaign).StopBeforeNext<StoredPrizeAwarded>();

        var first = Claim(campaign, participant: 1);
        await firstGate.Reached;
        var stock = one.Engine.Pool(campaign).GetStock().AsTask();
        var second = Claim(campaign, participant: 2);
        var third = Claim(campaign, participant: 3);
        await AllAreDecidedAsync(campaign);
        firstGate.Open();
        await secondGate.Reached;
        secondGate.Open();

        Assert.Equal(ClaimStatus.Awarded, (await first).Status);
        Assert.Equal(ClaimStatus.OutcomeUnknown, (await second).Status);
        // The second unit's commit never happened, so that unit is free.
        Assert.Equal(ClaimStatus.OutcomeUnknown, (await third).Status);
        await Assert.ThrowsAnyAsync<Exception>(() => stock);
        Assert.Equal(ClaimStatus.Awarded, (await Claim(campaign, participant: 3)).Status);
    }

    [Fact]
    public async Task The_pools_own_next_entry_is_no_sign_of_another_activation()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        var held = await Claim(campaign, participant: 1);
        var pool = StreamNames.PrizePool(campaign);
        var gate = new Gate();
        one.Watched.OnReadEntries = (stream, _) => stream == pool ? gate.PassAsync() : Task.CompletedTask;

        var soldOut = Claim(campaign, participant: 2);
        await gate.Reached;
        await one.Engine.Pool(campaign).Confirm([held.Award]);
        one.Watched.OnReadEntries = null;
        await Eventually.Holds(
            async () => (await one.Reader(campaign).PoolAsync<StoredClaimsClosed>()).Count == 1, "the claim is closed");
        gate.Open();

        Assert.Equal(ClaimStatus.SoldOut, (await soldOut).Status);
    }

    /// <summary>A tier that is not there throws at once, so when that is back, what was sent before has been decided.</summary>
    private async Task AllAreDecidedAsync(CampaignId campaign) => await Assert.ThrowsAnyAsync<Exception>(
        () => one.Engine.Pool(campaign).Claim(new ClaimRequest(Participant: 9, Play: 1, Tier: 99, LastAward: 0, LastReleased: 0)).AsTask());

    private Task<ClaimReply> Claim(CampaignId campaign, UInt128 participant) =>
        one.Engine.Pool(campaign).Claim(new ClaimRequest(participant, Play: 1, Tier: 0, LastAward: 0, LastReleased: 0)).AsTask();
}
