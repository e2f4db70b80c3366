using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Registry;

[GrainType("registry")]
internal sealed class RegistryGrain(IJournal journal, EntryCodec codec, ICampaignDirectory directory, TimeProvider time)
    : Grain, IRegistryGrain
{
    private readonly GrainStream _stream = new(journal, StreamNames.Registry);
    private RegistryState _state = RegistryState.Empty;
    private DateTimeOffset _lastEntryAt;

    public Task<RegistryReply> CreateApp(Guid app, string name, UInt128 request) =>
        Decide(state => RegistryDecisions.CreateApp(state, app, name, request));

    public Task<RegistryReply> SetAppActive(Guid app, bool active) =>
        Decide(state => RegistryDecisions.SetAppActive(state, app, active));

    public Task<RegistryReply> AddKey(
        Guid keyId, Guid app, CampaignEnvironment environment, byte[] keyHash, KeyScopes scopes, KeyNote? note) =>
        Decide(state => RegistryDecisions.AddKey(state, keyId, app, environment, keyHash, scopes, note));

    public Task<RegistryReply> RevokeKey(Guid keyId) =>
        Decide(state => RegistryDecisions.RevokeKey(state, keyId));

    public async Task<Guid> ReserveSlug(Guid app, CampaignEnvironment environment, string slug)
    {
        await Change(state =>
        {
            if (!state.Apps.ContainsKey(app))
                throw new ArgumentException("There is no such app.", nameof(app));
            return state.Slugs.ContainsKey((app, environment, slug)) || !RegistryDecisions.HasRoom(state, app, environment)
                ? null
                : new SlugReserved(app, environment, Guid.CreateVersion7(time.GetUtcNow()), slug);
        });
        return _state.Slugs.TryGetValue((app, environment, slug), out var campaign) ? campaign.Value : Guid.Empty;
    }

    public Task Announce(string campaignKey)
    {
        var campaign = CampaignKey.Parse(campaignKey);
        return Change(async _ =>
        {
            // Read here and not sent along: of two announcements the one that comes last need not be the newer one. Kept
            // even when nothing is new, so that an older one that is on its way fails on the fence and reads again.
            var history = CampaignHistory.Fold(await journal.ReadAsync(StreamNames.Campaign(campaign)), codec);
            return new CampaignAnnounced(
                campaign.App, campaign.Environment, campaign.Value, history.Version, history.Status, history.Versions[^1].Read().EndsAt,
                FreesSlug: history.Status == CampaignStatus.Deleted && history.Activation is null);
        });
    }

    private async Task<RegistryReply> Decide(Func<RegistryState, RegistryDecision> decide)
    {
        var decision = default(RegistryDecision);
        await Change(state => (decision = decide(state)).Entry);
        return decision.Entry is null ? decision.Reply() : new RegistryReply(decision.Status, At: _lastEntryAt);
    }

    /// <summary>Decides on the newest state and keeps what was decided; nothing when it is so already.</summary>
    private Task Change(Func<RegistryState, StoredRegistryEntry?> decide) =>
        Change(state => ValueTask.FromResult(decide(state)));

    private async Task Change(Func<RegistryState, ValueTask<StoredRegistryEntry?>> decide)
    {
        await Attempts.RunAsync(async () =>
        {
            // Always: "it is so already" has no fence that would prove it. Changes of the registry are few.
            await Load();
            if (await decide(_state) is not { } entry)
                return;

            var now = MonotonicTime.Max(time.GetUtcNow(), _lastEntryAt);
            await _stream.AppendAsync(new Append { Entries = [new NewEntry(now, codec.Encode(entry))] });
            (_state, _lastEntryAt) = (_state.Apply(entry, now), now);
        }, DeactivateOnIdle);
        await directory.RefreshAsync();
    }

    private Task Load() => _stream.ReadAsync(record =>
    {
        (_state, _lastEntryAt) = (RegistryState.Empty, default);
        foreach (var entry in record.Entries)
            (_state, _lastEntryAt) = (_state.Apply(codec.Decode<StoredRegistryEntry>(entry.Public), entry.Time), entry.Time);
    });
}
