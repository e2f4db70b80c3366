using Orleans.Concurrency;

namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>
/// The codes that were uploaded for the tiers of one campaign; the key is a <see cref="Campaigns.CampaignKey"/>. A
/// tier's codes have the places 1, 2, 3, … and are handed out in that order. Those that were not handed out are told to
/// nobody but the pool.
/// </summary>
[Alias("campaign-engine.prize-codes"), GrainInterfaceType("prize-codes")]
public interface IPrizeCodesGrain : IGrainWithStringKey
{
    /// <summary>How many codes are in force for each tier that has any, by the tier's name.</summary>
    [Alias("Count"), AlwaysInterleave]
    ValueTask<IReadOnlyDictionary<string, int>> Count();

    /// <summary>One code, for the play that it is handed out for.</summary>
    /// <param name="place">1 to the tier's count.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such code.</exception>
    [Alias("Get"), AlwaysInterleave]
    ValueTask<string> Get(string tier, int place);
}
