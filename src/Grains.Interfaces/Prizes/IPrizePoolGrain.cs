namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>
/// The prize inventory of one campaign; the key is a <see cref="Campaigns.CampaignKey"/>. Reentrant, so that many
/// claims share one commit; each claim is decided by a synchronous call, one at a time.
/// </summary>
[Alias("campaign-engine.prize-pool"), GrainInterfaceType("prize-pool")]
public interface IPrizePoolGrain : IGrainWithStringKey
{
    /// <summary>Asks for a unit of a tier. Repeating it while the claim is open gets the same award.</summary>
    [Alias("Claim")]
    ValueTask<ClaimReply> Claim(ClaimRequest request);

    /// <summary>The participants' entries that carry these awards are committed: the claims are closed when this returns.</summary>
    [Alias("Confirm")]
    Task Confirm(long[] awards);

    /// <summary>What was stocked and what became of it, by tier.</summary>
    [Alias("GetStock")]
    ValueTask<IReadOnlyList<TierStockView>> GetStock();

    /// <summary>Cards of the deck that plays took; 0 in the other modes.</summary>
    [Alias("CountCardsTaken")]
    ValueTask<long> CountCardsTaken();

    /// <summary>Asks the participants of all open claims what became of them.</summary>
    [Alias("Resume")]
    Task Resume();
}
