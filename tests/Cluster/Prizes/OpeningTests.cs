using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

/// <summary>A campaign was activated and its pool has no entries yet, or not all of its first ones.</summary>
public sealed class OpeningTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task The_first_claim_opens_the_pool_with_its_tiers_and_codes()
    {
        var campaign = await one.CampaignAsync(quantity: 25);
        Assert.Empty(await one.Reader(campaign).PoolAsync());

        await one.Engine.RecordAsync(campaign, "ann", "e-1");

        var pool = await one.Reader(campaign).PoolAsync();
        var opened = Assert.IsType<StoredPoolOpened>(pool[0]);
        Assert.Equal(("Gold", 25L), (Assert.Single(opened.Tiers).Name, opened.Tiers[0].Stocked));
        Assert.Equal(25 + 2 + 1, Assert.IsType<StoredCodesLeased>(pool[1]).Count);
        Assert.IsType<StoredPrizeAwarded>(pool[2]);
    }

    public static TheoryData<string, AppendFault> FaultsOfOpening() => new()
    {
        { "opened, not written", AppendFault.ThrowsWithoutCommitting },
        { "opened, written", AppendFault.CommitsAndThrows },
    };

    [Theory, MemberData(nameof(FaultsOfOpening))]
    public async Task A_failed_opening_is_made_up_for_by_the_retry(string what, AppendFault fault)
    {
        var campaign = await one.CampaignAsync();
        one.Faults(campaign).AtNext<StoredPoolOpened>(fault);

        var failed = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.True(failed.Status == RecordEventStatus.Unavailable, what);
        Assert.NotNull(retried.WinCode());
        Assert.Single(await one.Reader(campaign).PoolAsync<StoredPoolOpened>());
    }

    [Theory, MemberData(nameof(FaultsOfOpening))]
    public async Task Codes_that_were_leased_and_not_kept_are_leased_again(string what, AppendFault fault)
    {
        var campaign = await one.CampaignAsync();
        one.Faults(campaign).AtNext<StoredCodesLeased>(fault);

        var failed = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.True(failed.Status == RecordEventStatus.Unavailable, what);
        Assert.NotNull(retried.WinCode());
        var leased = Assert.Single(await LeasesOfAsync(campaign));
        var used = Assert.Single(await one.Reader(campaign).PoolAsync<StoredCodesLeased>());
        Assert.Equal((leased.Start, leased.Count), (used.Start, used.Count));
    }

    [Fact]
    public async Task A_code_space_that_failed_once_is_asked_again()
    {
        var journal = new FaultyJournal(new MemoryJournal());
        await using var before = await Engine.StartAsync(journal);
        var campaign = await before.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "1", quantity: 10));
        new CampaignFaults(journal, before.Codec, campaign).AtNext<StoredCodesLeased>(AppendFault.ThrowsWithoutCommitting);
        await before.RecordAsync(campaign, "ann", "e-1");
        await before.KillAsync();

        journal.OnAppend = null;
        await using var after = await Engine.StartAsync(journal);
        var failures = 0;
        journal.OnRead = stream => stream.Kind == StreamKind.CodeSpace && Interlocked.Increment(ref failures) == 1
            ? throw new IOException("A test's.")
            : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<Exception>(() => after.RecordAsync(campaign, "ann", "e-1"));
        var retried = await after.RecordAsync(campaign, "ann", "e-1");

        Assert.NotNull(retried.WinCode());
    }

    [Fact]
    public async Task A_claim_ends_while_every_commit_of_the_pool_fails()
    {
        var campaign = await one.CampaignAsync();
        one.Faults(campaign).AtNext<StoredCodesLeased>(AppendFault.ThrowsWithoutCommitting);
        await one.Engine.RecordAsync(campaign, "ann", "e-1");
        one.Journal.OnAppend = (stream, _) => stream == StreamNames.PrizePool(campaign) ? AppendFault.ThrowsWithoutCommitting : null;

        var during = await one.Engine.RecordAsync(campaign, "ann", "e-1").WaitAsync(TimeSpan.FromSeconds(20));
        one.Journal.OnAppend = null;

        Assert.Equal(RecordEventStatus.Unavailable, during.Status);
        Assert.NotNull((await one.Engine.RecordAsync(campaign, "ann", "e-1")).WinCode());
    }

    [Fact]
    public async Task Codes_that_run_out_are_leased_anew_and_never_given_twice()
    {
        // One unit has one code, one for its tenth and one for good measure: the rest come from further leases.
        var campaign = await one.CampaignAsync(quantity: 1);
        var pool = one.Engine.Pool(campaign);
        HashSet<string> codes = [];
        for (var award = 0L; award < 12; award++)
        {
            var reply = await pool.Claim(new(Participant: 1, Play: 1, Tier: 0, LastAward: 0, LastReleased: award));
            Assert.Equal(award + 1, reply.Award);
            Assert.True(codes.Add(reply.WinCode!));
        }

        Assert.True((await one.Reader(campaign).PoolAsync<StoredCodesLeased>()).Count > 3);
    }

    [Fact]
    public async Task Codes_of_two_campaigns_never_collide()
    {
        // The same first four characters, so that only the number tells them apart.
        var campaigns = new[] { await one.CampaignAsync(quantity: 40), await one.CampaignAsync(quantity: 40) };

        var replies = await Task.WhenAll(Enumerable.Range(0, 80).Select(
            user => one.Engine.RecordAsync(campaigns[user % 2], $"user-{user}", "e-1")));

        Assert.Equal(80, replies.Select(reply => reply.WinCode()).OfType<string>().Distinct().Count());
        var numbers = (await one.Reader(campaigns[0]).PoolAsync<StoredPrizeAwarded>())
            .Concat(await one.Reader(campaigns[1]).PoolAsync<StoredPrizeAwarded>()).Select(awarded => awarded.CodeNumber);
        Assert.Equal(80, numbers.Distinct().Count());
    }

    private async Task<IReadOnlyList<CodesLeasedOut>> LeasesOfAsync(CampaignId campaign)
    {
        List<CodesLeasedOut> leases = [];
        await foreach (var entry in one.Journal.ReadEntriesAsync(StreamNames.CodeSpace(campaign.App, campaign.Environment), 1))
            leases.Add(one.Engine.Codec.Decode<CodesLeasedOut>(entry.Public));
        return [.. leases.Where(lease => lease.Campaign == campaign.Value)];
    }
}
