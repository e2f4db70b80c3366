using Orleans.Concurrency;

namespace CampaignEngine.Grains.Interfaces.Stats;

/// <summary>What happened in one campaign, by the hour and the day; the key is a <see cref="Campaigns.CampaignKey"/>.</summary>
[Alias("campaign-engine.activity"), GrainInterfaceType("activity")]
public interface IActivityGrain : IGrainWithStringKey
{
    /// <summary>
    /// Counts what came since it last counted, unless that was less than a second ago, or takes long. Who asks waits half a
    /// second at most, beside the others.
    /// </summary>
    [AlwaysInterleave, Alias("Read")]
    ValueTask<SeriesReply> Read(SeriesQuery query);
}
