using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Campaigns;

/// <summary>Reaching the end, by a clock that the test moves.</summary>
public sealed class EndingTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private readonly FaultyJournal _journal = new(new MemoryJournal());
    private Engine _engine = null!;

    public async Task InitializeAsync() => _engine = await Engine.StartAsync(_journal, _time);

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task A_campaign_ends_without_anybody_calling()
    {
        var campaign = await CampaignAsync(inHours: 1);

        _time.Advance(TimeSpan.FromHours(1));

        await Eventually.Holds(async () => (await EntriesAsync(campaign)).OfType<CampaignStatusChanged>().Any(), "the end is journalled");
        await Eventually.Holds(async () => (await StatusAsync(campaign)) == CampaignStatus.Ended, "the registry knows of the end");
        Assert.Equal([CampaignStatus.Ended], (await EntriesAsync(campaign)).OfType<CampaignStatusChanged>().Select(changed => changed.Status));
        var record = (await AuditAsync(campaign))[0];
        Assert.Equal(("campaign_ended", AuditActor.Engine), (record.Action.Action, record.Action.Actor));
    }

    [Fact]
    public async Task A_paused_campaign_ends_too()
    {
        var campaign = await CampaignAsync(inHours: 1);
        await _engine.Campaign(campaign).Pause();

        _time.Advance(TimeSpan.FromHours(1));

        await Eventually.Holds(async () => (await StatusAsync(campaign)) == CampaignStatus.Ended, "the registry knows of the end");
    }

    [Fact]
    public async Task A_draft_does_not_end()
    {
        var campaign = await CampaignAsync(inHours: 1, activate: false);

        _time.Advance(TimeSpan.FromHours(2));
        await _engine.Campaign(campaign).Resume();

        Assert.Equal(CampaignStatus.Draft, (await _engine.Campaign(campaign).Get())!.Status);
        Assert.Equal(CampaignReplyStatus.EndHasPassed, (await _engine.Campaign(campaign).Activate()).Status);
    }

    [Fact]
    public async Task What_ended_while_no_silo_ran_is_ended_by_the_next()
    {
        var campaign = await CampaignAsync(inHours: 1);
        await _engine.KillAsync();

        // By the true clock: a silo that starts with one that is hours ahead of its client's is not always found by it.
        var time = new ShiftedTime();
        await using var after = await Engine.StartAsync(_journal, time);
        time.Advance(TimeSpan.FromHours(1));

        await Eventually.Holds(async () =>
        {
            await after.Directory.RefreshAsync();
            return (await after.Directory.FindCampaignAsync(campaign))!.Status == CampaignStatus.Ended;
        }, "the registry knows of the end");
    }

    [Fact]
    public async Task A_campaign_that_moved_its_end_ends_at_the_new_one()
    {
        var campaign = await CampaignAsync(inHours: 1);
        Assert.Equal(CampaignReplyStatus.Done, (await DefineAsync(campaign, _time.GetUtcNow().AddHours(3))).Status);

        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(CampaignStatus.Active, (await _engine.Campaign(campaign).Get())!.Status);
        _time.Advance(TimeSpan.FromHours(2));

        await Eventually.Holds(async () => (await StatusAsync(campaign)) == CampaignStatus.Ended, "the registry knows of the end");
        Assert.Equal(CampaignReplyStatus.InvalidTransition, (await DefineAsync(campaign, _time.GetUtcNow().AddHours(3))).Status);
    }

    [Theory]
    [InlineData("pause", CampaignReplyStatus.InvalidTransition)]
    [InlineData("unpause", CampaignReplyStatus.InvalidTransition)]
    [InlineData("activate", CampaignReplyStatus.InvalidTransition)]
    [InlineData("end", CampaignReplyStatus.Done)]
    [InlineData("define", CampaignReplyStatus.InvalidTransition)]
    public async Task Whoever_calls_after_the_end_ends_it_first(string command, CampaignReplyStatus expected)
    {
        var campaign = await CampaignAsync(inHours: 1);
        _time.Advance(TimeSpan.FromHours(1));

        var reply = await (command switch
        {
            "pause" => _engine.Campaign(campaign).Pause("somebody"),
            "unpause" => _engine.Campaign(campaign).Unpause("somebody"),
            "activate" => _engine.Campaign(campaign).Activate("somebody"),
            "end" => _engine.Campaign(campaign).End("somebody"),
            "define" => DefineAsync(campaign, _time.GetUtcNow().AddHours(3)),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        });

        Assert.Equal((expected, CampaignStatus.Ended), (reply.Status, reply.Campaign));
        Assert.Equal(CampaignStatus.Ended, await StatusAsync(campaign));
        Assert.Equal(AuditActor.Engine, (await AuditAsync(campaign))[0].Action.Actor);
    }

    [Fact]
    public async Task An_end_that_cannot_be_journalled_is_answered_all_the_same()
    {
        var campaign = await CampaignAsync(inHours: 1);
        _journal.OnAppend = (stream, _) => stream.Kind == Journal.StreamKind.Audit ? AppendFault.ThrowsWithoutCommitting : null;
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(CampaignStatus.Ended, (await _engine.Campaign(campaign).Get())!.Status);
        Assert.Equal(CampaignReplyStatus.Unavailable, (await _engine.Campaign(campaign).Pause()).Status);
        Assert.Equal(CampaignStatus.Ended, (await _engine.Directory.FindCampaignAsync(campaign))!.StatusAt(_time.GetUtcNow()));
        Assert.Equal(RecordEventStatus.CampaignNotActive, (await _engine.RecordAsync(campaign, "ann", "e-1")).Status);
        Assert.Empty((await EntriesAsync(campaign)).OfType<CampaignStatusChanged>());

        _journal.OnAppend = null;
        await Eventually.Holds(async () => (await StatusAsync(campaign)) == CampaignStatus.Ended, "the registry knows of the end");
    }

    private async Task<CampaignId> CampaignAsync(int inHours, bool activate = true)
    {
        var registry = _engine.Grains.GetGrain<IRegistryGrain>(0);
        await registry.CreateApp(Engine.App, "tests");
        var id = new CampaignId(Engine.App, CampaignEnvironment.Test, await registry.ReserveSlug(Engine.App, CampaignEnvironment.Test, $"end-{Guid.NewGuid():N}"));
        Assert.Equal(CampaignReplyStatus.Done, (await DefineAsync(id, _time.GetUtcNow().AddHours(inHours))).Status);
        if (activate)
            Assert.Equal(CampaignReplyStatus.Done, (await _engine.Campaign(id).Activate()).Status);
        return id;
    }

    private Task<CampaignReply> DefineAsync(CampaignId campaign, DateTimeOffset endsAt) => _engine.Campaign(campaign).Define(
        "test-slug",
        Encoding.UTF8.GetBytes(Definitions.InstantWin(odds: "1", quantity: 10).Replace("2120-01-01T00:00:00Z", endsAt.ToString("O"), StringComparison.Ordinal)));

    private async Task<CampaignStatus> StatusAsync(CampaignId campaign)
    {
        await _engine.Directory.RefreshAsync();
        return (await _engine.Directory.FindCampaignAsync(campaign))!.Status;
    }

    private async Task<IReadOnlyList<AuditRecord>> AuditAsync(CampaignId campaign) =>
        await _engine.Grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign)).Read(before: null, limit: 10);

    private Task<IReadOnlyList<StoredCampaignEntry>> EntriesAsync(CampaignId campaign) =>
        new CampaignReader(_journal, _engine.Codec, campaign).CampaignAsync();
}
