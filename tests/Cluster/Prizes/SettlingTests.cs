using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

public sealed class SettlingTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task A_released_award_is_not_handed_out_again_before_the_pool_has_voided_it()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        await LeaveAnOpenClaimAsync(campaign);
        // The participant has released, and the pool has not heard of it yet.
        Assert.Equal(AwardFate.Released, await (await one.Engine.ParticipantAsync(campaign, "ann")).Settle(award: 1, play: 1));

        var next = await one.Engine.RecordAsync(campaign, "ann", "e-2");

        Assert.NotNull(next.WinCode());
        await one.Engine.Pool(campaign).Resume();
        var pool = await one.Reader(campaign).PoolAsync();
        Assert.Equal(1, Assert.Single(pool.OfType<StoredClaimVoided>()).Award);
        Assert.Equal([1L, 2], pool.OfType<StoredPrizeAwarded>().Select(awarded => awarded.Award));
        var ann = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal(2, Assert.Single(ann.Wins).Award);
        Assert.Equal((0L, 1L), await RemainingAndTakenAsync(campaign));
    }

    [Fact]
    public async Task A_claim_that_carries_the_release_voids_the_award_and_takes_a_new_one()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        var pool = one.Engine.Pool(campaign);
        var first = await pool.Claim(new ClaimRequest(1, Play: 1, Tier: 0, LastAward: 0, LastReleased: 0));

        var same = await pool.Claim(new ClaimRequest(1, Play: 1, Tier: 0, LastAward: 0, LastReleased: 0));
        var other = await pool.Claim(new ClaimRequest(1, Play: 1, Tier: 0, LastAward: 0, LastReleased: first.Award));

        Assert.Equal(first, same);
        Assert.Equal((ClaimStatus.Awarded, 2L), (other.Status, other.Award));
        Assert.NotEqual(first.WinCode, other.WinCode);
        Assert.Equal((0L, 1L), await RemainingAndTakenAsync(campaign));
    }

    [Fact]
    public async Task A_kept_award_is_closed()
    {
        var campaign = await one.CampaignAsync();
        var pool = one.Engine.Pool(campaign);
        var gate = one.Faults(campaign).StopAfterNext<StoredEvent>();
        var recording = one.Engine.RecordAsync(campaign, "ann", "e-1");
        await gate.Reached;

        // The participant is in the middle of the event, so it answers after it.
        var resuming = pool.Resume();
        gate.Open();
        await Task.WhenAll(recording, resuming);

        await Eventually.Holds(async () => await AwardedAsync(campaign) == 1, "the claim is closed");
        Assert.Empty(await one.Reader(campaign).PoolAsync<StoredClaimVoided>());
        Assert.Equal(AwardFate.Kept, await (await one.Engine.ParticipantAsync(campaign, "ann")).Settle(award: 1, play: 1));
    }

    [Fact]
    public async Task A_participant_asked_twice_releases_once()
    {
        var campaign = await one.CampaignAsync();
        await LeaveAnOpenClaimAsync(campaign);
        var ann = await one.Engine.ParticipantAsync(campaign, "ann");

        Assert.Equal(AwardFate.Released, await ann.Settle(award: 1, play: 1));
        Assert.Equal(AwardFate.Released, await ann.Settle(award: 1, play: 1));

        Assert.Single((await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"))).Releases);
    }

    [Fact]
    public async Task An_award_of_a_play_that_was_committed_without_it_is_released_without_an_entry()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        await one.Engine.RecordAsync(campaign, "bob", "e-1");
        await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(AwardFate.Released, await (await one.Engine.ParticipantAsync(campaign, "ann")).Settle(award: 7, play: 1));

        Assert.Empty((await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"))).Releases);
    }

    [Fact]
    public async Task A_claim_whose_participant_cannot_answer_stays_open_and_is_asked_about_again()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        await LeaveAnOpenClaimAsync(campaign);
        one.Faults(campaign).AtNext<StoredClaimReleased>(new AppendFault(Before: () => throw new IOException("A test's.")));

        await one.Engine.Pool(campaign).Resume();
        var afterFirst = await one.Reader(campaign).PoolAsync<StoredClaimVoided>();
        await one.Engine.Pool(campaign).Resume();

        Assert.Empty(afterFirst);
        Assert.Single(await one.Reader(campaign).PoolAsync<StoredClaimVoided>());
        Assert.Empty(await one.Reader(campaign).PendingAsync());
    }

    [Fact]
    public async Task One_participant_that_cannot_answer_keeps_no_other_waiting()
    {
        var campaign = await one.CampaignAsync(quantity: 2);
        await LeaveAnOpenClaimAsync(campaign, "ann");
        await LeaveAnOpenClaimAsync(campaign, "bob");
        one.Faults(campaign).AtNext<StoredClaimReleased>(AppendFault.ThrowsWithoutCommitting);

        await one.Engine.Pool(campaign).Resume();

        Assert.Single(await one.Reader(campaign).PoolAsync<StoredClaimVoided>());
        Assert.Equal([StreamKind.PrizePool], await one.Reader(campaign).PendingAsync());
        await one.Engine.Pool(campaign).Resume();
        Assert.Equal((2L, 0L), await RemainingAndTakenAsync(campaign));
    }

    [Fact]
    public async Task The_next_claim_closes_an_award_whose_confirmation_was_lost()
    {
        var campaign = await one.CampaignAsync();
        var pool = one.Engine.Pool(campaign);
        await pool.Claim(new ClaimRequest(1, Play: 1, Tier: 0, LastAward: 0, LastReleased: 0));

        await pool.Claim(new ClaimRequest(1, Play: 2, Tier: 0, LastAward: 1, LastReleased: 0));

        Assert.Equal([0L, 1L], (await one.Reader(campaign).PoolAsync<StoredPrizeAwarded>()).Select(awarded => awarded.Closes));
        Assert.Equal(1, await AwardedAsync(campaign));
    }

    [Fact]
    public async Task A_claim_closes_nobody_elses_award()
    {
        var campaign = await one.CampaignAsync();
        var pool = one.Engine.Pool(campaign);
        await pool.Claim(new ClaimRequest(1, Play: 1, Tier: 0, LastAward: 0, LastReleased: 0));

        await pool.Claim(new ClaimRequest(2, Play: 2, Tier: 0, LastAward: 1, LastReleased: 0));

        Assert.Equal(0, await AwardedAsync(campaign));
    }

    private async Task LeaveAnOpenClaimAsync(CampaignId campaign, string user = "ann")
    {
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        Assert.Equal(RecordEventStatus.OutcomeUnknown, (await one.Engine.RecordAsync(campaign, user, "e-1")).Status);
    }

    private async Task<long> AwardedAsync(CampaignId campaign) =>
        Assert.Single(await one.Engine.Pool(campaign).GetStock()).Awarded;

    private async Task<(long Remaining, long Taken)> RemainingAndTakenAsync(CampaignId campaign)
    {
        var stock = Assert.Single(await one.Engine.Pool(campaign).GetStock());
        return (stock.Remaining, stock.Open + stock.Awarded);
    }
}
