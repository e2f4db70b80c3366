using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;

namespace CampaignEngine.Grains.Prizes;

/// <summary>Records what is done to a campaign's stock. The codes themselves are never part of it.</summary>
internal sealed class PrizeAudit(IGrainFactory grains, CampaignId campaign)
{
    public Task StockAddedAsync(string actor, string tier, long add) => RecordAsync(actor, "stock_added", new { tier, add });

    public Task CodesUploadedAsync(string actor, string tier, int codes, long add) =>
        RecordAsync(actor, "prize_codes_uploaded", new { tier, codes, add });

    public Task WinVoidedAsync(string actor, string tier, long award, bool restock, string reason) =>
        RecordAsync(actor, "win_voided", new { tier, award, restock, reason });

    public Task WinRedeemedAsync(string actor, string tier, long award) => RecordAsync(actor, "win_redeemed", new { tier, award });

    private Task RecordAsync<T>(string actor, string action, T detail) => grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign))
        .Record(new AuditAction(actor, action, JsonSerializer.SerializeToUtf8Bytes(detail)));
}
