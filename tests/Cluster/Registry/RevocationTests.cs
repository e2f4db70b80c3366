using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Journal.Memory;

namespace CampaignEngine.Cluster.Tests.Registry;

/// <summary>A key is revoked at one engine while another one, over the same journal, is cut off from it or stopped.</summary>
public sealed class RevocationTests : IAsyncLifetime
{
    private const string Key = "sk_test_0123456789abcdef0123456789abcdef";

    private readonly Guid _keyId = Guid.NewGuid();
    private readonly ShiftedTime _time = new();
    private readonly WatchedJournal _there;
    private readonly MemoryJournal _journal = new();
    private Engine _first = null!;
    private Engine _second = null!;

    public RevocationTests() => _there = new WatchedJournal(_journal);

    private IRegistryGrain Registry => _first.Grains.GetGrain<IRegistryGrain>(0);

    public async Task InitializeAsync()
    {
        (_first, _second) = (await Engine.StartAsync(_journal, _time), await Engine.StartAsync(_there, _time));
        await Registry.CreateApp(Engine.App, "tests");
        await Registry.AddKey(_keyId, Engine.App, CampaignEnvironment.Test, SHA256.HashData(Encoding.ASCII.GetBytes(Key)), KeyScopes.Events);
        await _second.Directory.RefreshAsync();
    }

    public async Task DisposeAsync()
    {
        _there.OnReadEntries = null;
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task A_process_that_is_cut_off_does_not_take_it_after_the_answer()
    {
        _there.OnReadEntries = static (_, _) => throw new IOException("A test's.");
        await RevokeAsync();

        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => _second.Directory.FindKeyAsync(Key).AsTask());
    }

    [Fact]
    public async Task A_process_whose_reads_hang_answers_nothing_until_it_knows()
    {
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _there.OnReadEntries = (_, _) => connected.Task;
        await RevokeAsync();

        var found = _second.Directory.FindKeyAsync(Key).AsTask();
        Assert.False(found.IsCompleted);
        _there.OnReadEntries = null;
        connected.SetResult();

        Assert.True((await found)!.IsRevoked);
    }

    [Fact]
    public async Task A_process_that_was_stopped_reads_before_it_answers()
    {
        // It reads nothing, and the time of its stop has passed when it goes on.
        _there.OnReadEntries = static (_, _) => throw new IOException("A test's.");
        await RevokeAsync();
        _time.Advance(TimeSpan.FromSeconds(5));
        _there.OnReadEntries = null;

        Assert.True((await _second.Directory.FindKeyAsync(Key))!.IsRevoked);
    }

    /// <summary>As the gateway does; what is waited for is the other engine's second, so it passes in earnest.</summary>
    private async Task RevokeAsync()
    {
        // It is the last thing that the other one has read.
        Assert.False((await _second.Directory.FindKeyAsync(Key))!.IsRevoked);
        Assert.Equal(RegistryStatus.Done, (await Registry.RevokeKey(_keyId)).Status);
        await new ChangesInForce(_first.Directory, _time, isAlone: false).WaitAsync();
        Assert.True((await _first.Directory.FindKeyAsync(Key))!.IsRevoked);
    }
}
