using System.Collections.Concurrent;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Registry.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Registry;

/// <summary>
/// Follows the registry's stream. What is known is good for <see cref="ValidFor"/> of monotonic time from the start of
/// the last read that succeeded, so a process that was stopped or cut off does not answer from old knowledge.
/// </summary>
internal sealed class CampaignDirectory(IJournal journal, EntryCodec codec, CampaignLoader loader, TimeProvider time)
    : ICampaignDirectory, IDisposable
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1);
    private readonly ConcurrentDictionary<CampaignId, Compiled> _compiled = new();
    private volatile Known _known = new(RegistryState.Empty, Version: 0, ReadAt: null);

    public ValueTask<KeyGrant?> FindKeyAsync(string apiKey, CancellationToken cancellationToken = default)
    {
        var known = _known;
        return IsFresh(known)
            ? new(FindKey(known.State, apiKey))
            : Later(this, apiKey, cancellationToken);

        static async ValueTask<KeyGrant?> Later(CampaignDirectory directory, string apiKey, CancellationToken cancellationToken) =>
            FindKey(await directory.FreshStateAsync(cancellationToken), apiKey);
    }

    public async ValueTask<CampaignHandle?> FindCampaignAsync(
        Guid app, CampaignEnvironment environment, string slug, CancellationToken cancellationToken = default)
    {
        var state = await FreshStateAsync(cancellationToken);
        return state.Slugs.TryGetValue((app, environment, slug), out var campaign)
            ? await FindCampaignAsync(state, campaign)
            : null;
    }

    public async ValueTask<CampaignHandle?> FindCampaignAsync(CampaignId campaign, CancellationToken cancellationToken = default) =>
        await FindCampaignAsync(await FreshStateAsync(cancellationToken), campaign);

    public async ValueTask<CampaignId?> FindIdAsync(
        Guid app, CampaignEnvironment environment, string slug, CancellationToken cancellationToken = default)
    {
        await ReadNewsAsync(cancellationToken);
        return _known.State.Slugs.TryGetValue((app, environment, slug), out var campaign) ? campaign : null;
    }

    public async ValueTask<IReadOnlyList<CampaignHandle>> ListAsync(
        Guid app, CampaignEnvironment environment, string? after, int limit, CancellationToken cancellationToken = default)
    {
        await ReadNewsAsync(cancellationToken);
        var state = _known.State;
        List<CampaignHandle> handles = [];
        foreach (var (_, id) in state.SlugsOf(app, environment, after))
        {
            if (handles.Count == limit)
                break;
            if (await FindCampaignAsync(state, id) is { } handle)
                handles.Add(handle);
        }

        return handles;
    }

    public async ValueTask<IReadOnlyList<CampaignId>> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        [.. (await FreshStateAsync(cancellationToken)).Campaigns.Where(campaign => campaign.Value.IsEndDue(now)).Select(campaign => campaign.Key)];

    public async ValueTask<IReadOnlyList<CampaignId>> ListCampaignsAsync(CancellationToken cancellationToken = default)
    {
        var state = await FreshStateAsync(cancellationToken);
        return [.. state.Slugs.Values.Union(state.Campaigns.Keys)];
    }

    public async ValueTask<RegistryState> ReadNewestAsync(CancellationToken cancellationToken = default)
    {
        await ReadNewsAsync(cancellationToken);
        return _known.State;
    }

    public void Dispose() => _reading.Dispose();

    public Task RefreshAsync() => ReadNewsAsync(CancellationToken.None);

    private static KeyGrant? FindKey(RegistryState state, string apiKey) =>
        state.KeysByHash.TryGetValue(KeyHash.Of(apiKey), out var key)
            ? new KeyGrant(key.KeyId, key.App, key.Environment, key.Scopes, key.IsRevoked, state.Apps[key.App].IsActive)
            : null;

    private ValueTask<CampaignHandle?> FindCampaignAsync(RegistryState state, CampaignId id)
    {
        if (!state.Campaigns.TryGetValue(id, out var registered) || registered.Status == CampaignStatus.Deleted)
            return new((CampaignHandle?)null);
        return _compiled.TryGetValue(id, out var compiled) && compiled.Registered == registered && compiled.Loading.IsCompletedSuccessfully
            ? new(compiled.Loading.Result)
            : LoadAsync(id, registered);
    }

    /// <summary>All who ask for a version while it is loaded wait for the same load; after a failed one the next begins anew.</summary>
    private async ValueTask<CampaignHandle?> LoadAsync(CampaignId id, RegisteredCampaign registered)
    {
        var compiled = _compiled.AddOrUpdate(
            id, _ => Load(), (_, known) => known.Registered == registered && !known.Loading.IsFaulted ? known : Load());
        return await compiled.Loading;

        Compiled Load() => new(registered, new Lazy<Task<CampaignHandle>>(() => Task.Run(() => loader.LoadAsync(id, registered))));
    }

    private bool IsFresh(Known known) => known.ReadAt is { } readAt && time.GetElapsedTime(readAt) < ValidFor;

    private ValueTask<RegistryState> FreshStateAsync(CancellationToken cancellationToken)
    {
        var known = _known;
        return IsFresh(known) ? new(known.State) : ReadNewestAsync(cancellationToken);
    }

    /// <summary>Reads what was added since; a caller that waited for a read begun after it came takes that one's result (a tick later, so that it surely was).</summary>
    private async Task ReadNewsAsync(CancellationToken cancellationToken)
    {
        var cameAt = time.GetTimestamp();
        try
        {
            await _reading.WaitAsync(cancellationToken);
            try
            {
                if (_known.ReadAt > cameAt)
                    return;
                var startedAt = time.GetTimestamp();
                var (state, version) = (_known.State, _known.Version);
                await foreach (var entry in journal.ReadEntriesAsync(StreamNames.Registry, version + 1, cancellationToken: cancellationToken))
                    (state, version) = (state.Apply(codec.Decode<StoredRegistryEntry>(entry.Public), entry.Time), entry.Version);
                _known = new Known(state, version, startedAt);
            }
            finally
            {
                _reading.Release();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new DirectoryUnavailableException(exception);
        }
    }

    private sealed record Known(RegistryState State, long Version, long? ReadAt);

    /// <summary>Lazy: of two that the dictionary makes at once only one is kept, and only that one runs.</summary>
    private sealed record Compiled(RegisteredCampaign Registered, Lazy<Task<CampaignHandle>> Load)
    {
        public Task<CampaignHandle> Loading => Load.Value;
    }
}
