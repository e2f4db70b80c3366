using System.Collections.ObjectModel;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Campaigns;

[GrainType("campaign")]
internal sealed partial class CampaignGrain : Grain, ICampaignGrain
{
    /// <summary>All that a deleted campaign leaves; its own stream and its audit stay.</summary>
    private static readonly StreamKind[] s_removedKinds =
        [StreamKind.Participant, StreamKind.PrizePool, StreamKind.PrizeCodes, StreamKind.CodeBatches, StreamKind.CodeBatch];

    private readonly CampaignId _id;
    private readonly IJournal _journal;
    private readonly GrainStream _stream;
    private readonly EntryCodec _codec;
    private readonly MasterKey _masterKey;
    private readonly TimeProvider _time;
    private CampaignHistory _history = CampaignHistory.Empty;

    public CampaignGrain(IGrainContext context, IJournal journal, EntryCodec codec, MasterKey masterKey, TimeProvider time)
    {
        _id = CampaignKey.Parse(context.GrainId.Key.ToString());
        _stream = new GrainStream(journal, StreamNames.Campaign(_id));
        (_journal, _codec, _masterKey, _time) = (journal, codec, masterKey, time);
    }

    private DateTimeOffset Now => MonotonicTime.Max(_time.GetUtcNow(), _history.LastEntryAt);

    public async Task<CampaignReply> Define(string slug, byte[] definition, string actor, int? ifVersion)
    {
        var (document, errors) = CampaignDefinitionReader.Read(definition);
        if (document is null)
            return Reply(CampaignReplyStatus.InvalidDefinition, [.. errors.Select(error => new DefinitionErrorView(error.Pointer, error.Message))]);

        var command = new CampaignDefined(Version: 0, slug, definition, actor);
        return await Change(actor, history => CampaignDecisions.Define(history, command, document, ifVersion, Now));
    }

    public Task<CampaignReply> Activate(string actor) => Change(actor, async history =>
    {
        var codes = CampaignDecisions.NeedsCodes(history)
            ? await Ask(GrainFactory.GetGrain<IPrizeCodesGrain>(CampaignKey.Format(_id)).Count().AsTask())
            : ReadOnlyDictionary<string, int>.Empty;
        return CampaignDecisions.Activate(history, _id, _masterKey, codes, Now);
    });

    public Task<CampaignReply> Pause(string actor) => Change(actor, CampaignDecisions.Pause);

    public Task<CampaignReply> Unpause(string actor) => Change(actor, CampaignDecisions.Unpause);

    public Task<CampaignReply> End(string actor) => Change(actor, CampaignDecisions.End);

    public Task<CampaignReply> Delete(string actor) => Change(actor, async history => CampaignDecisions.Delete(history, await ReadRestocks(), Now));

    public async Task Resume()
    {
        await Load();
        await EndIfDue();
        await Announce();
        await RemoveData();
    }

    private Task<CampaignReply> Change(string actor, Func<CampaignHistory, CampaignChange> decide) =>
        Change(actor, history => ValueTask.FromResult(decide(history)));

    /// <summary>Changes the campaign and tells the registry. What storage or another silo did not do is a status.</summary>
    private async Task<CampaignReply> Change(string actor, Func<CampaignHistory, ValueTask<CampaignChange>> decide)
    {
        CampaignChange change;
        try
        {
            change = await Decide(actor, decide);
        }
        catch (Exception exception) when (PassingFailures.CommittedNothing(exception))
        {
            return Reply(CampaignReplyStatus.Unavailable);
        }
        catch (Exception exception) when (PassingFailures.MayHaveCommitted(exception))
        {
            return Reply(CampaignReplyStatus.OutcomeUnknown);
        }

        // Also when it was done already: by an earlier call, perhaps, that could not tell. And also when it was refused,
        // because the campaign has just ended.
        var isAnnounced = await IsAnnounced();
        return Reply(change.Status == CampaignReplyStatus.Done && !isAnnounced ? CampaignReplyStatus.OutcomeUnknown : change.Status, change.Errors);
    }

    /// <summary>Whether the registry knows. What it does not know yet is pending work.</summary>
    private async Task<bool> IsAnnounced()
    {
        try
        {
            await Announce();
            return true;
        }
        catch (Exception exception) when (PassingFailures.IsPassing(exception))
        {
            return false;
        }
    }

    /// <summary>Decides on the newest history, and keeps the entry if there is one.</summary>
    private async Task<CampaignChange> Decide(string actor, Func<CampaignHistory, ValueTask<CampaignChange>> decide) =>
        await Attempts.RunAsync(async () =>
        {
            // Always: an answer without an entry, such as "it is paused already", has no fence that would prove it.
            await Load();
            await EndIfDue();
            var change = await decide(_history);
            if (change.Entry is not null)
                await AuditAndAppend(change.Entry, actor);
            return change;
        }, DeactivateOnIdle);

    private async Task EndIfDue()
    {
        if (CampaignDecisions.EndDue(_history, Now) is { } ended)
            await AuditAndAppend(ended, AuditActor.Engine);
    }

    /// <summary>Ends the work that a change leaves; a grain that dies before is resumed.</summary>
    private Task Announce() => Attempts.RunAsync(async () =>
    {
        // Another activation may have noted it already.
        if (!_stream.IsCurrent)
            await Load();
        if (_history.Version == 0 || _history.IsAnnounced)
            return;
        await GrainFactory.GetGrain<IRegistryGrain>(0).Announce(CampaignKey.Format(_id));
        await Append(new CampaignChangeAnnounced(_history.Version, _history.Status));
    }, DeactivateOnIdle);

    private async Task AuditAndAppend(StoredCampaignEntry entry, string actor)
    {
        // A draft that is deleted goes with its own audit, as nothing names it any more: so the app's says who did it.
        var key = entry is CampaignDeleted && _history.Activation is null ? new CampaignId(_id.App, default, Guid.Empty) : _id;
        var audit = GrainFactory.GetGrain<IAuditGrain>(CampaignKey.Format(key));
        await Ask(audit.Record(CampaignAudit.ActionOf(_history, entry, actor)));
        await Append(entry);
    }

    /// <summary>Every step may be repeated: what a kill interrupts is pending work.</summary>
    private async Task RemoveData()
    {
        if (!CampaignDecisions.IsRemovalDue(_history, Now))
            return;
        foreach (var kind in s_removedKinds)
            await _journal.RemoveAsync(StreamNames.ScopeOf(_id), kind);
        await Append(new CampaignDataRemoved());
    }

    private static async Task<T> Ask<T>(Task<T> answer)
    {
        await Ask((Task)answer);
        return await answer;
    }

    /// <exception cref="JournalUnavailableException">Another grain did not do its part, so nothing is kept here.</exception>
    private static async Task Ask(Task answer)
    {
        try
        {
            await answer;
        }
        catch (Exception exception) when (PassingFailures.IsPassing(exception))
        {
            throw new JournalUnavailableException("A grain that the change rests on did not answer.", exception);
        }
    }

    private async Task Append(StoredCampaignEntry entry)
    {
        var now = Now;
        var after = _history.Apply(entry, now);
        await _stream.AppendAsync(new Append
        {
            Entries = [new NewEntry(now, _codec.Encode(entry))],
            Pending = after.HasWork ? PendingMark.Set : PendingMark.Cleared,
        });
        _history = after;
    }

    private Task Load() => _stream.ReadAsync(record => { _history = CampaignHistory.Fold(record, _codec); });

    private CampaignReply Reply(CampaignReplyStatus status, IReadOnlyList<DefinitionErrorView>? errors = null) => new(
        status, _history.Status, _history.Version, errors ?? [],
        status == CampaignReplyStatus.Done ? CampaignViews.Of(_id, _history, Now) : null);
}
