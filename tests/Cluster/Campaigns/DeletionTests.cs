using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Campaigns;

public sealed class DeletionTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private readonly FaultyJournal _journal = new(new MemoryJournal());
    private Engine _engine = null!;

    public async Task InitializeAsync() => _engine = await Engine.StartAsync(_journal, _time);

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task A_draft_goes_and_its_slug_is_free()
    {
        var registry = _engine.Grains.GetGrain<IRegistryGrain>(0);
        await registry.CreateApp(Engine.App, "tests");
        var draft = await DraftAsync("gone");

        var reply = await _engine.Campaign(draft).Delete("somebody");

        Assert.Equal(CampaignReplyStatus.Done, reply.Status);
        Assert.Null(await _engine.Campaign(draft).Get());
        Assert.Null(await _engine.Directory.FindIdAsync(Engine.App, CampaignEnvironment.Test, "gone"));
        Assert.Contains(draft, await _engine.Directory.ListCampaignsAsync());
        var another = await DraftAsync("gone");
        Assert.NotEqual(draft, another);
        Assert.Equal(CampaignStatus.Draft, (await _engine.Campaign(another).Get())!.Status);
        var app = new CampaignId(Engine.App, default, Guid.Empty);
        var record = (await _engine.Grains.GetGrain<IAuditGrain>(CampaignKey.Format(app)).Read(before: null, limit: 1))[0];
        Assert.Equal(("campaign_deleted", "somebody"), (record.Action.Action, record.Action.Actor));
    }

    [Theory]
    [InlineData("active")]
    [InlineData("paused")]
    [InlineData("just ended")]
    public async Task What_may_be_needed_yet_is_not_deleted(string state)
    {
        var campaign = await PlayedAsync();
        if (state == "paused")
            await _engine.Campaign(campaign).Pause();
        if (state == "just ended")
            await _engine.Campaign(campaign).End();
        _time.Advance(CampaignDecisions.DeletionDelay - TimeSpan.FromMinutes(1));

        Assert.Equal(CampaignReplyStatus.InvalidTransition, (await _engine.Campaign(campaign).Delete()).Status);
        Assert.NotNull(await _engine.Campaign(campaign).Get());
    }

    [Fact]
    public async Task An_ended_campaign_leaves_its_fairness_document_and_its_audit_and_nothing_else()
    {
        var campaign = await PlayedAsync();
        await _engine.Campaign(campaign).End();
        _time.Advance(CampaignDecisions.DeletionDelay);
        var ann = await _engine.ParticipantAsync(campaign, "ann");
        var before = await _engine.Campaign(campaign).GetFairness(testClock: null);

        Assert.Equal(CampaignReplyStatus.Done, (await _engine.Campaign(campaign).Delete("somebody")).Status);
        Assert.Equal(CampaignReplyStatus.Done, (await _engine.Campaign(campaign).Delete("somebody")).Status);
        await _engine.Campaign(campaign).Resume();
        Assert.NotEmpty(await KindsAsync(campaign, StreamKind.Participant, StreamKind.PrizePool));

        Assert.Null(await ann.Get());
        Assert.Null(await _engine.Campaign(campaign).Get());
        Assert.Null(await _engine.Campaign(campaign).GetVersions(null, 10));
        Assert.Null(await _engine.Campaign(campaign).GetVersion(1));
        Assert.Equal(RecordEventStatus.CampaignNotActive, (await ann.RecordEvent(Requests.Event("ann", "e-2"))).Status);
        Assert.Equal(CampaignReplyStatus.NotFound, (await _engine.Campaign(campaign).Activate()).Status);
        Assert.Equal(CampaignReplyStatus.Deleted, (await _engine.Campaign(campaign).Define("slug", Encoding.UTF8.GetBytes(s_definition))).Status);
        Assert.Equal(campaign, await _engine.Directory.FindIdAsync(Engine.App, CampaignEnvironment.Test, (await SlugAsync(campaign))!));

        _time.Advance(CampaignDecisions.RemovalDelay);
        await _engine.Campaign(campaign).Resume();

        Assert.Empty(await KindsAsync(campaign, StreamKind.Participant, StreamKind.PrizePool, StreamKind.PrizeCodes));
        Assert.Empty(await Reader(campaign).PendingAsync());
        var after = await _engine.Campaign(campaign).GetFairness(testClock: null);
        Assert.Equal(Convert.ToHexString(before!.Seed!), Convert.ToHexString(after!.Seed!));
        var records = await _engine.Grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign)).Read(before: null, limit: 1);
        Assert.Equal("campaign_deleted", records[0].Action.Action);
    }

    [Fact]
    public async Task A_pool_that_is_being_removed_brings_no_participant_back()
    {
        var campaign = await _engine.CreateOwnCampaignAsync(s_definition);
        var faults = new CampaignFaults(_journal, _engine.Codec, campaign);
        faults.AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await _engine.RecordAsync(campaign, "ann", "e-1");
        var ann = StreamNames.Participant(campaign, await _engine.RefAsync(campaign, "ann"));
        await _engine.Campaign(campaign).End();
        _time.Advance(CampaignDecisions.DeletionDelay);
        Assert.Equal(CampaignReplyStatus.Done, (await _engine.Campaign(campaign).Delete()).Status);
        await _engine.Directory.RefreshAsync();
        await _journal.RemoveAsync(StreamNames.ScopeOf(campaign), StreamKind.Participant);

        await _engine.Pool(campaign).Resume();

        Assert.Equal(0, (await _journal.ReadAsync(ann)).Head.Version);
    }

    [Fact]
    public async Task A_removal_that_a_kill_interrupts_is_finished_without_anybody_calling()
    {
        var campaign = await PlayedAsync();
        await _engine.Campaign(campaign).End();
        _time.Advance(CampaignDecisions.DeletionDelay);
        await _engine.Campaign(campaign).Delete();
        _time.Advance(CampaignDecisions.RemovalDelay);
        // What was to be removed is gone, and nobody has written so: no call is left that a dying silo would wait for.
        new CampaignFaults(_journal, _engine.Codec, campaign).AtNext<CampaignDataRemoved>(AppendFault.ThrowsWithoutCommitting);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _engine.Campaign(campaign).Resume());
        await _engine.KillAsync();
        // The faults read entries with what the dead silo had.
        _journal.OnAppend = null;

        // By the true clock: a silo that starts with one that is hours ahead of its client's is not always found by it.
        var time = new ShiftedTime();
        await using var after = await Engine.StartAsync(_journal, time);
        time.Advance(CampaignDecisions.DeletionDelay + CampaignDecisions.RemovalDelay);
        var reader = new CampaignReader(_journal, after.Codec, campaign);
        await Eventually.Holds(async () => (await reader.PendingAsync()).Count == 0, "no work is left");

        Assert.Single((await reader.CampaignAsync()).OfType<CampaignDataRemoved>());
        Assert.Empty(await KindsAsync(campaign, StreamKind.Participant, StreamKind.PrizePool));
    }

    private static readonly string s_definition = Definitions.InstantWin(odds: "1", quantity: 10);

    private CampaignReader Reader(CampaignId campaign) => new(_journal, _engine.Codec, campaign);

    private async Task<CampaignId> DraftAsync(string slug)
    {
        var id = new CampaignId(Engine.App, CampaignEnvironment.Test,
            await _engine.Grains.GetGrain<IRegistryGrain>(0).ReserveSlug(Engine.App, CampaignEnvironment.Test, slug));
        Assert.Equal(CampaignReplyStatus.Done, (await _engine.Campaign(id).Define(slug, Encoding.UTF8.GetBytes(s_definition))).Status);
        return id;
    }

    private async Task<CampaignId> PlayedAsync()
    {
        var campaign = await _engine.CreateOwnCampaignAsync(s_definition);
        Assert.Equal(RecordEventStatus.Recorded, (await _engine.RecordAsync(campaign, "ann", "e-1")).Status);
        return campaign;
    }

    private async Task<string?> SlugAsync(CampaignId campaign) =>
        (await Reader(campaign).CampaignAsync()).OfType<CampaignDefined>().First().Slug;

    /// <summary>Streams of these kinds that have entries.</summary>
    private async Task<List<StreamKind>> KindsAsync(CampaignId campaign, params StreamKind[] kinds)
    {
        List<StreamKind> found = [];
        for (byte bucket = 0; bucket < Bucket.Count; bucket++)
        {
            await foreach (var summary in _journal.ReadSummariesAsync(new Bucket(StreamNames.ScopeOf(campaign), bucket)))
                found.Add(summary.Stream.Kind);
        }

        foreach (var stream in new[] { StreamNames.PrizePool(campaign), StreamNames.PrizeCodes(campaign) })
        {
            if ((await _journal.ReadAsync(stream)).Head.Version > 0)
                found.Add(stream.Kind);
        }

        return [.. found.Where(kinds.Contains)];
    }
}
