using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Prizes;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Campaigns;

internal sealed partial class CampaignGrain
{
    public async ValueTask<CampaignView?> Get()
    {
        await LoadNewest();
        return CampaignViews.Of(_id, _history, Now);
    }

    public async ValueTask<IReadOnlyList<CampaignVersionView>?> GetVersions(int? before, int limit)
    {
        await LoadNewest();
        return !CampaignDecisions.Exists(_history) ? null : CampaignViews.OfVersions(_history, before, limit);
    }

    public async ValueTask<CampaignVersionView?> GetVersion(int version)
    {
        await LoadNewest();
        return CampaignDecisions.Exists(_history) ? CampaignViews.OfVersion(_history, version) : null;
    }

    public async ValueTask<FairnessView?> GetFairness(DateTimeOffset? testClock)
    {
        var reply = await Change(AuditActor.Engine, history => CampaignDecisions.PublishSeed(history, testClock ?? Now));
        // That the registry has not heard of the campaign's last change yet is nothing to a reader.
        if (!_stream.IsCurrent || reply.Status is not (CampaignReplyStatus.Done or CampaignReplyStatus.OutcomeUnknown))
            throw new JournalUnavailableException("The campaign could not be read, or its seed not be published.");
        return CampaignViews.OfFairness(_id, _history, _masterKey, await ReadRestocks());
    }

    /// <summary>Units that were added to tiers: as the pool has them, or, once the pool is gone, as they were kept.</summary>
    private async Task<IReadOnlyList<RestockView>> ReadRestocks()
    {
        if (_history.Deletion is { } deletion)
            return [.. deletion.Restocks.Select(restock => new RestockView(restock.Tier, restock.Units, restock.At))];
        if (_history.Activation is null || _history.Versions[^1].Read().InstantWin is not { } instantWin)
            return [];
        return await PoolRestocks.ReadAsync(_journal, _codec, _id, [.. instantWin.Tiers.Select(tier => tier.Name)]);
    }

    /// <summary>Ends the campaign where that is due. When that does not succeed the answer says that it has ended all the same.</summary>
    private async Task LoadNewest()
    {
        await Load();
        try
        {
            await EndIfDue();
        }
        catch (Exception exception) when (PassingFailures.IsPassing(exception))
        {
            // Whoever calls next tries again, and so does the service that looks for ends.
        }
    }
}
