using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Prizes;
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
        return _history.Version == 0 ? null : CampaignViews.OfVersions(_history, before, limit);
    }

    public async ValueTask<CampaignVersionView?> GetVersion(int version)
    {
        await LoadNewest();
        return CampaignViews.OfVersion(_history, version);
    }

    public async ValueTask<FairnessView?> GetFairness(DateTimeOffset? testClock)
    {
        var reply = await Change(AuditActor.Engine, history => CampaignDecisions.PublishSeed(history, testClock ?? Now));
        // That the registry has not heard of the campaign's last change yet is nothing to a reader.
        if (!_stream.IsCurrent || reply.Status is not (CampaignReplyStatus.Done or CampaignReplyStatus.OutcomeUnknown))
            throw new JournalUnavailableException("The campaign could not be read, or its seed not be published.");
        if (_history.Activation is null)
            return null;
        var tiers = _history.Versions[^1].Read().InstantWin?.Tiers.Select(tier => tier.Name).ToArray() ?? [];
        return CampaignViews.OfFairness(_id, _history, _masterKey, await PoolRestocks.ReadAsync(_journal, _codec, _id, tiers));
    }

    /// <summary>Ends the campaign where that is due. When that does not succeed the answer says that it has ended all the same.</summary>
    private async Task LoadNewest()
    {
        await Load();
        try
        {
            await EndIfDue();
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            // Whoever calls next tries again, and so does the service that looks for ends.
        }
    }
}
