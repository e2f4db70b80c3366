using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Registry.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Grains.Tests.Registry;

public sealed class CampaignDirectoryTests : IDisposable
{
    private const string Key = "sk_test_00112233445566778899aabbccddeeff";
    private static readonly Guid KeyId = Guid.Parse("0198a000-0000-7000-8000-00000000000a");
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly FakeTimeProvider _time = new(Given.Noon);
    private readonly MemoryJournal _memory = new();
    private readonly FaultyJournal _journal;
    private readonly CampaignDirectory _directory;
    private int _reads;

    public CampaignDirectoryTests()
    {
        _journal = new FaultyJournal(_memory) { OnRead = Count };
        _directory = new CampaignDirectory(_journal, Given.Codec, new CampaignLoader(_journal, Given.Codec, Given.MasterKey), _time);
    }

    private Task Count(StreamId stream)
    {
        _reads += stream == StreamNames.Registry ? 1 : 0;
        return Task.CompletedTask;
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_is_known_is_good_for_a_second_from_the_start_of_the_read()
    {
        await AddKey();
        _journal.OnRead = async stream =>
        {
            await Count(stream);
            _time.Advance(TimeSpan.FromMilliseconds(400)); // The read takes that long.
        };
        await _directory.RefreshAsync();
        Assert.Equal(1, _reads);
        await Register(new KeyRevoked(KeyId));

        _time.Advance(TimeSpan.FromMilliseconds(600) - Tick);
        Assert.False((await _directory.FindKeyAsync(Key))!.IsRevoked);
        Assert.Equal(1, _reads);

        _time.Advance(Tick);
        Assert.True((await _directory.FindKeyAsync(Key))!.IsRevoked);
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task Old_knowledge_is_not_answered_when_the_registry_cannot_be_read()
    {
        await AddKey();
        await _directory.RefreshAsync();
        _journal.OnRead = _ => throw new TimeoutException();

        _time.Advance(CampaignDirectory.ValidFor - Tick);
        Assert.NotNull(await _directory.FindKeyAsync(Key));

        _time.Advance(Tick);
        await Assert.ThrowsAsync<DirectoryUnavailableException>(async () => await _directory.FindKeyAsync(Key));
        await Assert.ThrowsAsync<DirectoryUnavailableException>(async () => await _directory.FindCampaignAsync(Given.Campaign));
        await Assert.ThrowsAsync<DirectoryUnavailableException>(async () => await _directory.FindCampaignAsync(Given.App, CampaignEnvironment.Test, "summer"));
        await Assert.ThrowsAsync<DirectoryUnavailableException>(async () => await _directory.ListCampaignsAsync());
        await Assert.ThrowsAsync<DirectoryUnavailableException>(_directory.RefreshAsync);

        _journal.OnRead = null;
        Assert.NotNull(await _directory.FindKeyAsync(Key));
    }

    [Fact]
    public async Task Nothing_is_known_before_the_first_read()
    {
        await AddKey();
        Assert.NotNull(await _directory.FindKeyAsync(Key));
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task A_refresh_reads_what_was_added_before_it_was_asked_for()
    {
        await _directory.RefreshAsync();
        await AddKey(); // In the same tick of the clock.
        await _directory.RefreshAsync();

        Assert.NotNull(await _directory.FindKeyAsync(Key));
    }

    [Fact]
    public async Task Who_waited_for_a_read_that_began_after_it_came_takes_that_one()
    {
        await AddKey();
        var gate = new Gate();
        _journal.OnRead = async stream =>
        {
            await Count(stream);
            await gate.PassAsync();
        };
        var first = _directory.RefreshAsync();
        await gate.Reached;
        _time.Advance(Tick);
        var waiting = Enumerable.Range(0, 50).Select(_ => _directory.FindKeyAsync(Key).AsTask()).ToArray();
        _time.Advance(Tick);
        gate.Open();

        await first;
        Assert.All(await Task.WhenAll(waiting), Assert.NotNull);
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task A_caller_that_leaves_is_not_told_that_the_registry_is_away()
    {
        var gate = new Gate();
        _journal.OnRead = _ => gate.PassAsync();
        var first = _directory.RefreshAsync();
        await gate.Reached;
        using var leaving = new CancellationTokenSource();
        var second = _directory.FindKeyAsync(Key, leaving.Token).AsTask();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.Open();
        await first;
    }

    [Fact]
    public async Task A_key_says_what_it_stands_for()
    {
        await AddKey();
        Assert.Null(await _directory.FindKeyAsync("sk_test_00112233445566778899aabbccddeefe"));
        Assert.Equal(
            new KeyGrant(KeyId, Given.App, CampaignEnvironment.Test, KeyScopes.Events, IsRevoked: false, IsAppActive: true),
            await _directory.FindKeyAsync(Key));

        await Register(new KeyRevoked(KeyId));
        await Register(new AppActivityChanged(Given.App, false));
        await _directory.RefreshAsync();

        Assert.Equal(
            new KeyGrant(KeyId, Given.App, CampaignEnvironment.Test, KeyScopes.Events, IsRevoked: true, IsAppActive: false),
            await _directory.FindKeyAsync(Key));
    }

    [Fact]
    public async Task A_campaign_is_found_by_its_slug_and_its_id()
    {
        await DefineCampaign();

        var bySlug = await _directory.FindCampaignAsync(Given.App, CampaignEnvironment.Test, "summer");
        Assert.Equal((Given.Campaign, 1, CampaignStatus.Active), (bySlug!.Id, bySlug.Campaign.Version, bySlug.Status));
        Assert.Same(bySlug, await _directory.FindCampaignAsync(Given.Campaign));
        Assert.Null(await _directory.FindCampaignAsync(Given.App, CampaignEnvironment.Live, "summer"));
        Assert.Null(await _directory.FindCampaignAsync(Guid.Empty, CampaignEnvironment.Test, "summer"));
        Assert.Null(await _directory.FindCampaignAsync(Given.App, CampaignEnvironment.Test, "winter"));
        Assert.Null(await _directory.FindCampaignAsync(Given.Campaign with { Environment = CampaignEnvironment.Live }));
        Assert.Equal([Given.Campaign], await _directory.ListCampaignsAsync());
    }

    [Fact]
    public async Task An_activated_campaign_has_its_secrets_and_a_draft_has_none()
    {
        var activated = await DefineCampaign();
        var handle = (await _directory.FindCampaignAsync(Given.Campaign))!;

        Assert.True(handle.WasActivated);
        Assert.Equal(
            Domain.Participants.ParticipantRef.Of(new Domain.Hashing.KeyedHash(CampaignSecrets.UnsealCampaignKey(Given.Campaign, activated, Given.MasterKey)), "user"),
            handle.RefOf("user"));
        Assert.Equal(
            new Domain.Draws.CampaignDraw(CampaignSecrets.UnsealSeed(Given.Campaign, activated, Given.MasterKey), Given.Campaign.Value).Play(Given.Somebody, 1),
            handle.Draw.Play(Given.Somebody, 1));

        var draft = new CampaignHandle(handle.Campaign, CampaignStatus.Draft, campaignKey: null, seed: null);
        Assert.False(draft.WasActivated);
        Assert.Throws<InvalidOperationException>(() => draft.Draw);
        Assert.Throws<InvalidOperationException>(() => draft.RefOf("user"));
    }

    [Fact]
    public async Task A_version_is_compiled_once_however_many_ask_at_once()
    {
        await DefineCampaign();
        await _directory.RefreshAsync(); // So that all twenty get as far as the campaign before it is loaded.
        var gate = new Gate();
        _journal.OnRead = stream => stream == StreamNames.Registry ? Task.CompletedTask : gate.PassAsync();

        var asking = Enumerable.Range(0, 20).Select(_ => _directory.FindCampaignAsync(Given.Campaign).AsTask()).ToArray();
        await gate.Reached;
        gate.Open();

        Assert.Single((await Task.WhenAll(asking)).Distinct());
        var first = await asking[0];
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Same(first, await _directory.FindCampaignAsync(Given.Campaign));
    }

    [Fact]
    public async Task A_new_version_or_status_is_followed()
    {
        await DefineCampaign();
        var first = await _directory.FindCampaignAsync(Given.Campaign);

        await Append<StoredCampaignEntry>(StreamNames.Campaign(Given.Campaign), new CampaignDefined(2, "summer", Document("Second")));
        Assert.Equal("First", (await Announce(1, CampaignStatus.Paused)).Campaign.Name); // Not announced yet.
        var second = await Announce(2, CampaignStatus.Active);

        Assert.Equal(("Second", 2, CampaignStatus.Active), (second.Campaign.Name, second.Campaign.Version, second.Status));
        Assert.NotSame(first, second);

        async Task<CampaignHandle> Announce(int version, CampaignStatus status)
        {
            await Register(new CampaignAnnounced(Given.App, CampaignEnvironment.Test, Given.Campaign.Value, version, status));
            await _directory.RefreshAsync();
            return (await _directory.FindCampaignAsync(Given.Campaign))!;
        }
    }

    [Fact]
    public async Task A_campaign_that_could_not_be_loaded_is_loaded_when_asked_for_again()
    {
        await DefineCampaign();
        _journal.OnRead = stream => stream == StreamNames.Registry ? Task.CompletedTask : throw new TimeoutException();
        await Assert.ThrowsAsync<DirectoryUnavailableException>(async () => await _directory.FindCampaignAsync(Given.Campaign));

        _journal.OnRead = null;
        Assert.NotNull(await _directory.FindCampaignAsync(Given.Campaign));
    }

    private async Task AddKey()
    {
        await Register(new AppCreated(Given.App, "Demo"));
        await Register(new KeyAdded(
            KeyId, Given.App, CampaignEnvironment.Test, System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Key)), KeyScopes.Events));
    }

    private async Task<CampaignActivated> DefineCampaign()
    {
        var activated = CampaignSecrets.Make(Given.Campaign, Given.MasterKey, "frozen"u8.ToArray());
        await Append<StoredCampaignEntry>(StreamNames.Campaign(Given.Campaign), new CampaignDefined(1, "summer", Document("First")));
        await Append<StoredCampaignEntry>(StreamNames.Campaign(Given.Campaign), activated);
        await Register(new SlugReserved(Given.App, CampaignEnvironment.Test, Given.Campaign.Value, "summer"));
        await Register(new CampaignAnnounced(Given.App, CampaignEnvironment.Test, Given.Campaign.Value, 1, CampaignStatus.Active));
        return activated;
    }

    private static byte[] Document(string name) => Encoding.UTF8.GetBytes(
        $$"""{ "name": "{{name}}", "startsAt": "2026-06-01T00:00:00Z", "endsAt": "2026-09-01T00:00:00Z" }""");

    private Task Register(StoredRegistryEntry entry) => Append(StreamNames.Registry, entry);

    private async Task Append<T>(StreamId stream, T entry)
    {
        var head = (await _memory.ReadAsync(stream)).Head;
        await _memory.AppendAsync(stream, head, new Append { Entries = [new NewEntry(Given.Noon, Given.Codec.Encode(entry))] });
    }
}
