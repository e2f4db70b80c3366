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

    /// <summary>Adds units to a tier. The action is audited before, unless it is refused.</summary>
    [Alias("Restock")]
    Task<StockReply> Restock(RestockRequest request);

    /// <summary>Whether something was done under this idempotency key.</summary>
    [Alias("HasCommand")]
    Task<bool> HasCommand(string idempotencyKey);

    /// <summary>Whether <see cref="AddUploaded"/> would be done, or why not. Changes nothing.</summary>
    [Alias("CheckUploaded")]
    Task<StockStatus> CheckUploaded(UploadedStock stock);

    /// <summary>Learns of uploaded codes and adds the units that come with them; the same command does nothing more.</summary>
    [Alias("AddUploaded")]
    Task<StockReply> AddUploaded(UploadedStock stock);

    /// <summary>
    /// Takes a win back, and the points of its prize. The action is audited before, unless it is refused. Repeating it
    /// changes nothing and gets the same answer.
    /// </summary>
    [Alias("VoidWin")]
    Task<VoidWinReply> VoidWin(VoidWinRequest request);

    /// <summary>
    /// Hands the prize of a win out, once; in every state of the campaign but draft. The action of a manager is audited
    /// before, unless it is refused.
    /// </summary>
    [Alias("RedeemWin")]
    Task<RedeemWinReply> RedeemWin(RedeemWinRequest request);

    /// <summary>Cards of the deck that plays took; 0 in the other modes.</summary>
    [Alias("CountCardsTaken")]
    ValueTask<long> CountCardsTaken();

    /// <summary>Asks the participants of all open claims what became of them, and tells those whose wins were taken back.</summary>
    [Alias("Resume")]
    Task Resume();
}
