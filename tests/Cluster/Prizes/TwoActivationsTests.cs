using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

/// <summary>The pool of the first engine is behind that of the second.</summary>
public sealed class TwoActivationsTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    [Fact]
    public async Task A_claim_at_the_one_that_is_behind_fails_on_the_fence_and_succeeds_when_repeated()
    {
        var campaign = await two.CampaignAsync();
        await two.First.RecordAsync(campaign, "ann", "e-1");
        // Confirmations come after the answer: one that came late would tell the first pool that it is behind.
        await two.First.Pool(campaign).Confirm([1]);
        await two.Second.RecordAsync(campaign, "bob", "e-1");
        await two.Second.Pool(campaign).Confirm([2]);
        var claim = new ClaimRequest(Participant: 1, Play: 1, Tier: 0, LastAward: 0, LastReleased: 0);

        var moved = await two.First.Pool(campaign).Claim(claim);
        var repeated = await two.First.Pool(campaign).Claim(claim);

        Assert.Equal(ClaimStatus.Moved, moved.Status);
        Assert.Equal((ClaimStatus.Awarded, 3L), (repeated.Status, repeated.Award));
    }

    [Fact]
    public async Task An_event_does_not_notice_that_its_pool_is_behind()
    {
        var campaign = await two.CampaignAsync();
        await two.First.RecordAsync(campaign, "ann", "e-1");
        await two.Second.RecordAsync(campaign, "bob", "e-1");

        var reply = await two.First.RecordAsync(campaign, "cleo", "e-1");

        Assert.Equal(RecordEventStatus.Recorded, reply.Status);
        Assert.Equal([1L, 2, 3], (await two.Reader(campaign).PoolAsync<StoredPrizeAwarded>()).Select(awarded => awarded.Award));
    }

    [Fact]
    public async Task Users_at_both_at_once_get_each_unit_once()
    {
        var campaign = await two.CampaignAsync(quantity: 10);

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(
            user => RetryAsync(user % 2 == 0 ? two.First : two.Second, campaign, $"user-{user}")));

        var codes = replies.Select(reply => reply.WinCode()).OfType<string>().ToList();
        Assert.Equal((10, 10), (codes.Count, codes.Distinct().Count()));
        var wins = (await two.Reader(campaign).ParticipantsAsync()).SelectMany(participant => participant.Wins);
        Assert.Equal(codes.Order(), wins.Select(win => win.WinCode).Order());
    }

    [Fact]
    public async Task Sold_out_is_not_answered_from_old_knowledge()
    {
        var campaign = await two.CampaignAsync(quantity: 1);
        await LeaveAnOpenClaimAsync(campaign);
        await two.Second.Pool(campaign).Resume();

        var bob = await two.First.RecordAsync(campaign, "bob", "e-1");

        Assert.NotNull(bob.WinCode());
    }

    [Fact]
    public async Task Nor_is_the_stock()
    {
        var campaign = await two.CampaignAsync(quantity: 1);
        await LeaveAnOpenClaimAsync(campaign);
        await two.Second.Pool(campaign).Resume();

        var stock = Assert.Single(await two.First.Pool(campaign).GetStock());

        Assert.Equal((1L, 0L, 0L), (stock.Remaining, stock.Open, stock.Awarded));
    }

    [Fact]
    public async Task An_award_that_was_voided_is_not_given_again_by_the_one_that_is_behind()
    {
        var campaign = await two.CampaignAsync();
        var ann = (await two.First.RefAsync(campaign, "ann")).Value;
        var first = await two.First.Pool(campaign).Claim(new ClaimRequest(ann, 1, 0, 0, 0));
        await two.Second.Pool(campaign).Resume();
        var second = await two.Second.Pool(campaign).Claim(new ClaimRequest(ann, 1, 0, 0, LastReleased: first.Award));
        await two.Second.Pool(campaign).Resume();

        // Both awards are void now; the first engine's pool still holds the first of them open.
        var reply = await two.First.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal([first.Award, second.Award], (await two.Reader(campaign).PoolAsync<StoredClaimVoided>()).Select(voided => voided.Award));
        var record = await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"));
        Assert.Equal(3, Assert.Single(record.Wins).Award);
        Assert.Equal(reply.WinCode(), Assert.Single(record.Wins).WinCode);
    }

    [Fact]
    public async Task A_release_heard_of_late_voids_nothing_that_was_awarded_since()
    {
        var campaign = await two.CampaignAsync(quantity: 1);
        await LeaveAnOpenClaimAsync(campaign);
        var released = two.Faults(campaign).StopAfterNext<StoredClaimReleased>();
        var resuming = two.First.Pool(campaign).Resume();
        await released.Reached;

        var next = await two.Second.RecordAsync(campaign, "ann", "e-2");
        released.Open();
        await Assert.ThrowsAnyAsync<Exception>(() => resuming);
        await two.First.Pool(campaign).Resume();
        await two.Second.Pool(campaign).Resume();

        Assert.NotNull(next.WinCode());
        Assert.Equal(1, Assert.Single(await two.Reader(campaign).PoolAsync<StoredClaimVoided>()).Award);
        Assert.Equal(1, Assert.Single(await two.First.Pool(campaign).GetStock()).Awarded);
        var ann = await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"));
        Assert.Equal(2, Assert.Single(ann.Wins).Award);
    }

    [Fact]
    public async Task Open_claims_are_found_by_one_that_has_seen_none()
    {
        var campaign = await two.CampaignAsync(quantity: 1);
        await two.Second.Pool(campaign).GetStock();
        await LeaveAnOpenClaimAsync(campaign);

        await two.Second.Pool(campaign).Resume();

        Assert.Single(await two.Reader(campaign).PoolAsync<StoredClaimVoided>());
    }

    [Fact]
    public async Task One_that_goes_away_while_it_asks_its_participants_keeps_no_claim_waiting()
    {
        var campaign = await two.CampaignAsync();
        await LeaveAnOpenClaimAsync(campaign);
        var ann = StreamNames.Participant(campaign, await two.First.RefAsync(campaign, "ann"));
        var loading = new Gate();
        two.Journal.OnRead = stream => stream == ann ? loading.PassAsync() : Task.CompletedTask;
        var next = two.First.RecordAsync(campaign, "ann", "e-2");
        await loading.Reached;

        // The pool waits for its participant, which is about to claim, when it learns that it is behind.
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        two.First.OnGrainCall = method => _ = method == nameof(IParticipantGrain.Settle) && asked.TrySetResult();
        var resuming = two.First.Pool(campaign).Resume();
        await asked.Task;
        Assert.NotNull((await two.Second.RecordAsync(campaign, "bob", "e-1")).WinCode());
        var moved = await two.First.Pool(campaign).Claim(new ClaimRequest(Participant: 1, Play: 1, Tier: 0, LastAward: 0, LastReleased: 0));
        loading.Open();

        Assert.Equal(ClaimStatus.Moved, moved.Status);
        Assert.NotNull((await next.WaitAsync(TimeSpan.FromSeconds(20))).WinCode());
        await resuming.ContinueWith(static task => task.Exception, TaskScheduler.Default);
    }

    /// <summary>The first engine awards the unit, and the winner's entry is never written.</summary>
    private async Task LeaveAnOpenClaimAsync(CampaignId campaign)
    {
        two.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        Assert.Equal(RecordEventStatus.OutcomeUnknown, (await two.First.RecordAsync(campaign, "ann", "e-1")).Status);
    }

    private static async Task<RecordEventReply> RetryAsync(Engine engine, CampaignId campaign, string user)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = await engine.RecordAsync(campaign, user, "e-1");
            if (reply.Status != RecordEventStatus.Unavailable)
                return reply;
            Assert.True(attempt < 50, "The pools keep each other from working.");
        }
    }
}
