using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Registry;

/// <summary>What a process knows of campaigns and keys is good for one second, of a clock that the test moves.</summary>
public sealed class FreshnessTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private readonly WatchedJournal _watched = new(new MemoryJournal());
    private FaultyJournal _journal = null!;
    private Engine _first = null!;
    private Engine _second = null!;

    public async Task InitializeAsync()
    {
        _journal = new FaultyJournal(_watched);
        (_first, _second) = (await Engine.StartAsync(_journal, _time), await Engine.StartAsync(_journal, _time));
    }

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task A_pause_is_in_force_at_once_here_and_within_a_second_elsewhere()
    {
        var campaign = await CampaignAsync();
        Assert.Equal(RecordEventStatus.Recorded, (await _second.RecordAsync(campaign, "bob", "e-1")).Status);

        await _first.Campaign(campaign).Pause();

        Assert.Equal(RecordEventStatus.CampaignNotActive, (await _first.RecordAsync(campaign, "ann", "e-1")).Status);
        _time.Advance(CampaignDirectory.ValidFor);
        Assert.Equal(RecordEventStatus.CampaignNotActive, (await _second.RecordAsync(campaign, "bob", "e-2")).Status);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_here_and_within_a_second_elsewhere()
    {
        const string Key = "sk_test_0123456789abcdef0123456789abcdef";
        await CampaignAsync();
        var id = Guid.NewGuid();
        var registry = _first.Grains.GetGrain<IRegistryGrain>(0);
        await registry.AddKey(id, Engine.App, CampaignEnvironment.Test, SHA256.HashData(Encoding.UTF8.GetBytes(Key)), KeyScopes.Events);
        _time.Advance(CampaignDirectory.ValidFor);
        Assert.False((await _second.Directory.FindKeyAsync(Key))!.IsRevoked);

        await registry.RevokeKey(id);

        Assert.True((await _first.Directory.FindKeyAsync(Key))!.IsRevoked);
        _time.Advance(CampaignDirectory.ValidFor);
        Assert.True((await _second.Directory.FindKeyAsync(Key))!.IsRevoked);
    }

    [Fact]
    public async Task What_cannot_be_read_for_a_second_is_not_answered_from_memory()
    {
        var campaign = await CampaignAsync();
        var ann = await _first.ParticipantAsync(campaign, "ann");
        var known = await ann.RecordEvent(Requests.Event("ann", "e-1"));
        _watched.OnReadEntries = static (stream, _) =>
            stream.Kind == StreamKind.Registry ? throw new IOException("A test's.") : Task.CompletedTask;

        var within = await ann.RecordEvent(Requests.Event("ann", "e-2"));
        _time.Advance(CampaignDirectory.ValidFor);
        var after = await ann.RecordEvent(Requests.Event("ann", "e-3"));
        var replayed = await ann.RecordEvent(Requests.Event("ann", "e-1"));
        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => _first.Directory.FindCampaignAsync(campaign).AsTask());
        _watched.OnReadEntries = null;
        var healed = await ann.RecordEvent(Requests.Event("ann", "e-3"));

        Assert.Equal(RecordEventStatus.Recorded, within.Status);
        Assert.Equal(RecordEventStatus.Unavailable, after.Status);
        Assert.Equal(known.Data, replayed.Data);
        Assert.Equal((RecordEventStatus.Recorded, false), (healed.Status, healed.Replayed));
    }

    [Fact]
    public async Task A_pool_whose_directory_goes_away_leaves_the_event_to_be_sent_again()
    {
        var campaign = await CampaignAsync();
        var ann = await _first.ParticipantAsync(campaign, "ann");
        await ann.RecordEvent(Requests.Event("ann", "e-1"));
        var gate = new CampaignFaults(_journal, _first.Codec, campaign).StopAfterNext<Grains.Prizes.Stored.StoredPrizeAwarded>();
        var recording = ann.RecordEvent(Requests.Event("ann", "e-2")).AsTask();
        await gate.Reached;
        _watched.OnReadEntries = static (stream, _) =>
            stream.Kind == StreamKind.Registry ? throw new IOException("A test's.") : Task.CompletedTask;
        _time.Advance(CampaignDirectory.ValidFor);
        gate.Open();

        Assert.Equal(RecordEventStatus.Unavailable, (await recording).Status);
        _watched.OnReadEntries = null;
        var retried = await ann.RecordEvent(Requests.Event("ann", "e-2"));

        Assert.NotNull(retried.WinCode());
        Assert.Equal(2, (await new CampaignReader(_journal, _first.Codec, campaign).PoolAsync<Grains.Prizes.Stored.StoredPrizeAwarded>()).Count);
    }

    private async Task<CampaignId> CampaignAsync()
    {
        var campaign = await _first.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "1", quantity: 10));
        await _second.Directory.RefreshAsync();
        return campaign;
    }
}
