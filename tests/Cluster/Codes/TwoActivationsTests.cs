using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Cluster.Tests.Codes;

public sealed class TwoActivationsTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    [Fact]
    public async Task The_same_code_from_many_users_at_both_pays_once()
    {
        var (campaign, batch) = await BatchAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(async user =>
        {
            var reply = await At(user).RedeemAsync(campaign, $"user-{user}", batch[0]);
            // Whoever lost every race asks again, as the answer says.
            return reply.Status is RedeemCodeStatus.OutcomeUnknown or RedeemCodeStatus.Unavailable
                ? await At(user).RedeemAsync(campaign, $"user-{user}", batch[0])
                : reply;
        }));

        Assert.Single(replies, reply => reply.Status == RedeemCodeStatus.Done);
        Assert.Single(await two.Reader(campaign).ParticipantsAsync());
    }

    [Fact]
    public async Task The_same_user_at_both_is_paid_once_and_gets_one_answer()
    {
        var (campaign, batch) = await BatchAsync();
        var gate = two.Faults(campaign).StopBeforeNext<StoredCodeRedeemed>();

        var slow = two.First.RedeemAsync(campaign, "ann", batch[0], "k-1");
        await gate.Reached;
        var fast = await two.Second.RedeemAsync(campaign, "ann", batch[0], "k-1");
        gate.Open();

        Assert.Equal((RedeemCodeStatus.Done, false), (fast.Status, fast.Replayed));
        Assert.Equal((RedeemCodeStatus.Done, true), ((await slow).Status, (await slow).Replayed));
        Assert.Equal(fast.Data, (await slow).Data);
        Assert.Single((await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"))).Entries);
    }

    [Fact]
    public async Task A_batch_that_is_behind_does_not_say_that_a_code_is_free()
    {
        var (campaign, batch) = await BatchAsync();
        Assert.Equal(Domain.Codes.CodeState.Active, (await batch.At(two.First).Look(0, null, DateTimeOffset.UtcNow))!.State);
        await two.Second.RedeemAsync(campaign, "ann", batch[0]);

        Assert.Equal(Domain.Codes.CodeState.Redeemed, (await batch.At(two.First).Look(0, null, DateTimeOffset.UtcNow))!.State);
        Assert.Equal(RedeemCodeStatus.Redeemed, (await two.First.RedeemAsync(campaign, "bob", batch[0])).Status);
    }

    [Fact]
    public async Task A_code_space_that_is_behind_finds_what_the_other_leased()
    {
        var (campaign, first) = await BatchAsync();
        await two.First.RedeemAsync(campaign, "ann", first[0]);
        var second = await BatchOfCodes.MakeAsync(two.Second, campaign);

        Assert.Equal(RedeemCodeStatus.Done, (await two.First.RedeemAsync(campaign, "ann", second[0])).Status);
        Assert.Equal(2, (await two.First.Batches(campaign).List(0, 10)).Total);
        Assert.Equal(2, (await two.First.Batches(campaign).Count(DateTimeOffset.UtcNow)).Batches);
    }

    [Fact]
    public async Task A_batch_with_one_key_is_made_once_at_both()
    {
        var campaign = await CampaignAsync();
        var gate = two.Faults(campaign).StopBeforeNext<StoredBatchGenerated>();

        var slow = two.First.GenerateAsync(campaign, "k-1");
        await gate.Reached;
        var fast = await two.Second.GenerateAsync(campaign, "k-1");
        gate.Open();

        Assert.Equal(fast.Batch, (await slow).Batch);
        Assert.Equal((false, true), (fast.Replayed, (await slow).Replayed));
    }

    private Engine At(int number) => number % 2 == 0 ? two.First : two.Second;

    private async Task<Domain.Campaigns.CampaignId> CampaignAsync()
    {
        var campaign = await two.First.CodesCampaignAsync();
        await two.Second.Directory.RefreshAsync();
        return campaign;
    }

    private async Task<(Domain.Campaigns.CampaignId Campaign, BatchOfCodes Batch)> BatchAsync()
    {
        var campaign = await CampaignAsync();
        return (campaign, await BatchOfCodes.MakeAsync(two.First, campaign));
    }
}
