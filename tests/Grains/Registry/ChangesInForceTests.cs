using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Registry.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Grains.Tests.Registry;

/// <summary>Two processes over one journal, of which the other one knows the key from just before it was revoked.</summary>
public sealed class ChangesInForceTests : IAsyncLifetime
{
    private const string Key = "sk_test_00112233445566778899aabbccddeeff";
    private static readonly Guid KeyId = Guid.Parse("0198a000-0000-7000-8000-00000000000a");
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly FakeTimeProvider _time = new(Given.Noon);
    private readonly MemoryJournal _memory = new();
    private readonly FaultyJournal _seenHere;
    private readonly FaultyJournal _seenThere;
    private readonly CampaignDirectory _here;
    private readonly CampaignDirectory _there;

    public ChangesInForceTests()
    {
        (_seenHere, _seenThere) = (new FaultyJournal(_memory), new FaultyJournal(_memory));
        (_here, _there) = (Directory(_seenHere), Directory(_seenThere));
    }

    public async Task InitializeAsync()
    {
        await KeepAsync(new AppCreated(Given.App, "Demo"), new KeyAdded(
            KeyId, Given.App, CampaignEnvironment.Test, System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Key)), KeyScopes.Events));
        await _here.RefreshAsync();
        await _there.RefreshAsync();
        await KeepAsync(new KeyRevoked(KeyId));
    }

    public Task DisposeAsync()
    {
        _here.Dispose();
        _there.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task In_a_cluster_it_ends_only_when_the_other_process_cannot_know_better()
    {
        _seenThere.OnRead = _ => throw new TimeoutException();
        var waiting = new ChangesInForce(_here, _time, isAlone: false).WaitAsync();

        _time.Advance(CampaignDirectory.ValidFor - Tick);
        Assert.False((await _there.FindKeyAsync(Key))!.IsRevoked);
        Assert.False(waiting.IsCompleted);

        _time.Advance(ChangesInForce.InCluster - CampaignDirectory.ValidFor + Tick);
        await waiting;
        await Assert.ThrowsAsync<DirectoryUnavailableException>(async () => await _there.FindKeyAsync(Key));
    }

    [Fact]
    public async Task A_process_whose_storage_hangs_answers_nothing_and_then_the_change()
    {
        var gate = new Gate();
        _seenThere.OnRead = _ => gate.PassAsync();
        await WaitInClusterAsync();

        var finding = _there.FindKeyAsync(Key).AsTask();
        await gate.Reached;
        Assert.False(finding.IsCompleted);
        gate.Open();

        Assert.True((await finding)!.IsRevoked);
    }

    [Fact]
    public async Task A_process_that_was_stopped_meanwhile_knows_when_it_goes_on()
    {
        await WaitInClusterAsync();
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.True((await _there.FindKeyAsync(Key))!.IsRevoked);
    }

    [Fact]
    public async Task A_process_that_is_alone_answers_at_once()
    {
        await new ChangesInForce(_here, _time, isAlone: true).WaitAsync();

        Assert.True((await _here.FindKeyAsync(Key))!.IsRevoked);
    }

    [Fact]
    public async Task A_process_that_is_alone_and_cannot_read_waits_until_it_knows_nothing()
    {
        _seenHere.OnRead = _ => throw new TimeoutException();
        var waiting = new ChangesInForce(_here, _time, isAlone: true).WaitAsync();

        Assert.False(waiting.IsCompleted);
        _time.Advance(ChangesInForce.InCluster);
        await waiting;
        await Assert.ThrowsAsync<DirectoryUnavailableException>(async () => await _here.FindKeyAsync(Key));
    }

    private async Task WaitInClusterAsync()
    {
        var waiting = new ChangesInForce(_here, _time, isAlone: false).WaitAsync();
        _time.Advance(ChangesInForce.InCluster);
        await waiting;
    }

    private CampaignDirectory Directory(FaultyJournal journal) =>
        new(journal, Given.Codec, new CampaignLoader(journal, Given.Codec, Given.MasterKey), _time);

    private async Task KeepAsync(params StoredRegistryEntry[] entries)
    {
        var head = (await _memory.ReadAsync(StreamNames.Registry)).Head;
        await _memory.AppendAsync(StreamNames.Registry, head, new Append
        {
            Entries = [.. entries.Select(entry => new NewEntry(Given.Noon, Given.Codec.Encode(entry)))],
        });
    }
}
