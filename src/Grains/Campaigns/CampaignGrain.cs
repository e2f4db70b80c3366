using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Campaigns;

[GrainType("campaign")]
internal sealed class CampaignGrain : Grain, ICampaignGrain
{
    private const int MaxAttempts = 3;

    private readonly CampaignId _id;
    private readonly GrainStream _stream;
    private readonly EntryCodec _codec;
    private readonly MasterKey _masterKey;
    private readonly TimeProvider _time;
    private CampaignHistory _history = CampaignHistory.Empty;

    public CampaignGrain(IGrainContext context, IJournal journal, EntryCodec codec, MasterKey masterKey, TimeProvider time)
    {
        _id = CampaignKey.Parse(context.GrainId.Key.ToString());
        _stream = new GrainStream(journal, StreamNames.Campaign(_id));
        (_codec, _masterKey, _time) = (codec, masterKey, time);
    }

    public async Task<CampaignReply> Define(string slug, byte[] definition)
    {
        var (document, errors) = CampaignDefinitionReader.Read(definition);
        if (document is null)
            return Reply(CampaignReplyStatus.InvalidDefinition, [.. errors.Select(error => new DefinitionErrorView(error.Pointer, error.Message))]);

        return await Change(history =>
        {
            if (history.Status == CampaignStatus.Ended)
                return CampaignReplyStatus.InvalidTransition;
            if (history.Version > 0 && history.Documents[^1].AsSpan().SequenceEqual(definition))
                return CampaignReplyStatus.Done;
            if (history.Activation is not null && !IsSameDraw(history, document))
                return CampaignReplyStatus.Frozen;
            return new CampaignDefined(history.Version + 1, slug, definition);
        });
    }

    public Task<CampaignReply> Activate() => Change(history => history switch
    {
        { Version: 0 } => CampaignReplyStatus.NotFound,
        { Status: CampaignStatus.Active } => CampaignReplyStatus.Done,
        { Status: CampaignStatus.Draft } => CampaignSecrets.Make(_id, _masterKey, FrozenMembers(history)),
        _ => CampaignReplyStatus.InvalidTransition,
    });

    public Task<CampaignReply> Pause() => ChangeStatus(CampaignStatus.Paused, CampaignStatus.Active);

    public Task<CampaignReply> Unpause() => ChangeStatus(CampaignStatus.Active, CampaignStatus.Paused);

    public Task<CampaignReply> End() => ChangeStatus(CampaignStatus.Ended, CampaignStatus.Active, CampaignStatus.Paused);

    public async Task Resume()
    {
        await Load();
        await Announce();
    }

    private Task<CampaignReply> ChangeStatus(CampaignStatus to, params CampaignStatus[] from) => Change(history =>
    {
        if (history.Version == 0)
            return CampaignReplyStatus.NotFound;
        if (history.Status == to)
            return CampaignReplyStatus.Done;
        return from.Contains(history.Status) ? new CampaignStatusChanged(to) : CampaignReplyStatus.InvalidTransition;
    });

    private static bool IsSameDraw(CampaignHistory history, CampaignDefinition document) =>
        FrozenMembers(history).AsSpan().SequenceEqual(Domain.Campaigns.FrozenMembers.Canonical(document));

    private static byte[] FrozenMembers(CampaignHistory history) =>
        Domain.Campaigns.FrozenMembers.Canonical(CampaignDefinitionReader.Read(history.Documents[^1]).Definition!);

    /// <summary>Changes the campaign and tells the registry. What storage or another silo did not do is a status.</summary>
    private async Task<CampaignReply> Change(Func<CampaignHistory, CampaignChange> decide)
    {
        CampaignReplyStatus status;
        try
        {
            status = await Decide(decide);
        }
        catch (Exception exception) when (exception is JournalUnavailableException or VersionConflictException)
        {
            return Reply(CampaignReplyStatus.Unavailable);
        }
        catch (Exception exception) when (exception is OutcomeUnknownException or JournalStoppedException)
        {
            return Reply(CampaignReplyStatus.OutcomeUnknown);
        }

        // Also when it was done already: by an earlier call, perhaps, that could not tell.
        return Reply(status == CampaignReplyStatus.Done && !await IsAnnounced() ? CampaignReplyStatus.OutcomeUnknown : status);
    }

    /// <summary>Whether the registry knows. What it does not know yet is pending work.</summary>
    private async Task<bool> IsAnnounced()
    {
        try
        {
            await Announce();
            return true;
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException or DirectoryUnavailableException
            or JournalUnavailableException or JournalStoppedException or VersionConflictException or OutcomeUnknownException)
        {
            return false;
        }
    }

    /// <summary>Decides on the newest history, and keeps the entry if there is one.</summary>
    private async Task<CampaignReplyStatus> Decide(Func<CampaignHistory, CampaignChange> decide)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Always: an answer without an entry, such as "it is paused already", has no fence that would prove it.
            await Load();
            var change = decide(_history);
            if (change.Entry is null)
                return change.Status;

            try
            {
                await Append(change.Entry, PendingMark.Set);
            }
            catch (VersionConflictException) when (attempt < MaxAttempts)
            {
                DeactivateOnIdle();
                continue;
            }

            return CampaignReplyStatus.Done;
        }
    }

    /// <summary>Ends the work that a change leaves; a grain that dies before is resumed.</summary>
    private async Task Announce()
    {
        if (_history.Version == 0 || _history.IsAnnounced)
            return;
        await GrainFactory.GetGrain<IRegistryGrain>(0).Announce(CampaignKey.Format(_id));
        await Append(new CampaignChangeAnnounced(_history.Version, _history.Status), PendingMark.Cleared);
    }

    private async Task Append(StoredCampaignEntry entry, PendingMark pending)
    {
        var now = MonotonicTime.Max(_time.GetUtcNow(), _history.LastEntryAt);
        await _stream.AppendAsync(new Append
        {
            Entries = [new NewEntry(now, _codec.Encode(entry))],
            Pending = pending,
        });
        _history = _history.Apply(entry, now);
    }

    private Task Load() => _stream.ReadAsync(record => { _history = CampaignHistory.Fold(record, _codec); });

    private CampaignReply Reply(CampaignReplyStatus status, IReadOnlyList<DefinitionErrorView>? errors = null) =>
        new(status, _history.Status, _history.Version, errors ?? []);

    /// <summary>An entry to keep, or what to answer without one.</summary>
    private readonly record struct CampaignChange(StoredCampaignEntry? Entry, CampaignReplyStatus Status)
    {
        public static implicit operator CampaignChange(StoredCampaignEntry entry) => new(entry, CampaignReplyStatus.Done);

        public static implicit operator CampaignChange(CampaignReplyStatus status) => new(null, status);
    }
}
