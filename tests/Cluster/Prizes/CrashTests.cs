using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

/// <summary>The architecture's table of crashes: a fault at that very point, on a tier with a single unit.</summary>
public sealed class CrashTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task Before_the_pools_commit_nothing_has_happened()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        one.Faults(campaign).AtNext<StoredPrizeAwarded>(AppendFault.ThrowsWithoutCommitting);

        var failed = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var awardedBefore = await one.Reader(campaign).PoolAsync<StoredPrizeAwarded>();
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(RecordEventStatus.Unavailable, failed.Status);
        Assert.Empty(awardedBefore);
        Assert.False(retried.Replayed);
        Assert.Equal(1, Assert.Single(await one.Reader(campaign).PoolAsync<StoredPrizeAwarded>()).Award);
        Assert.NotNull(retried.WinCode());
    }

    [Fact]
    public async Task When_nobody_knows_whether_the_pool_committed_the_retry_gets_that_award()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        one.Faults(campaign).AtNext<StoredPrizeAwarded>(AppendFault.CommitsAndThrows);

        var failed = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(RecordEventStatus.Unavailable, failed.Status);
        Assert.NotNull(retried.WinCode());
        Assert.Equal(1, Assert.Single(await one.Reader(campaign).PoolAsync<StoredPrizeAwarded>()).Award);
    }

    [Fact]
    public async Task After_the_pools_commit_the_retry_gets_the_same_award()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);

        var failed = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var other = await one.Engine.RecordAsync(campaign, "bob", "e-1");
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(RecordEventStatus.OutcomeUnknown, failed.Status);
        Assert.Null(other.WinCode());
        Assert.NotNull(retried.WinCode());
        Assert.Single(await one.Reader(campaign).PoolAsync<StoredPrizeAwarded>());
        var ann = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal((1L, retried.WinCode()), (Assert.Single(ann.Wins).Award, Assert.Single(ann.Wins).WinCode));
    }

    [Fact]
    public async Task After_the_pools_commit_another_event_of_the_user_gets_the_award_too()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);

        await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var next = await one.Engine.RecordAsync(campaign, "ann", "e-2");
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.NotNull(next.WinCode());
        Assert.Null(retried.WinCode());
        Assert.Single(await one.Reader(campaign).PoolAsync<StoredPrizeAwarded>());
    }

    [Fact]
    public async Task After_the_pools_commit_the_unit_is_taken_back_when_nobody_retries()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await one.Engine.RecordAsync(campaign, "ann", "e-1");

        await one.Engine.Pool(campaign).Resume();
        var bob = await one.Engine.RecordAsync(campaign, "bob", "e-1");
        var ann = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.NotNull(bob.WinCode());
        Assert.Equal((RecordEventStatus.Recorded, null), (ann.Status, ann.WinCode()));
        var pool = await one.Reader(campaign).PoolAsync();
        Assert.Equal(1, Assert.Single(pool.OfType<StoredClaimVoided>()).Award);
        Assert.Equal([1L, 2], pool.OfType<StoredPrizeAwarded>().Select(awarded => awarded.Award));
        Assert.Equal(2, pool.OfType<StoredPrizeAwarded>().Select(awarded => awarded.CodeNumber).Distinct().Count());
        var record = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal(1, Assert.Single(record.Releases).Award);
        Assert.Equal(1, Assert.Single(record.Events).Play!.Number);
    }

    [Fact]
    public async Task A_release_alone_makes_no_participant()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await one.Engine.RecordAsync(campaign, "ann", "e-1");

        await one.Engine.Pool(campaign).Resume();

        Assert.Null(await (await one.Engine.ParticipantAsync(campaign, "ann")).Get());
        var record = Assert.Single(await one.Reader(campaign).ParticipantsAsync());
        Assert.Null(record.Summary);
        Assert.Single(record.Releases);
    }

    [Fact]
    public async Task After_the_participants_commit_the_retry_gets_the_recorded_answer()
    {
        var campaign = await one.CampaignAsync(quantity: 1);
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.CommitsAndThrows);

        var failed = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(RecordEventStatus.OutcomeUnknown, failed.Status);
        Assert.Equal((RecordEventStatus.Recorded, true), (retried.Status, retried.Replayed));
        var ann = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal(EventAnswer.Of(Assert.Single(ann.Events), "e-1"), retried.Data);
    }

    [Fact]
    public async Task An_outcome_unknown_at_a_losing_event_is_known_by_the_retry()
    {
        var campaign = await one.CampaignAsync(odds: "0.000001", quantity: 1);
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);

        var failed = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(RecordEventStatus.OutcomeUnknown, failed.Status);
        Assert.Equal((RecordEventStatus.Recorded, false), (retried.Status, retried.Replayed));
        Assert.Equal(100, (await (await one.Engine.ParticipantAsync(campaign, "ann")).Get())!.TotalPoints);
    }
}
