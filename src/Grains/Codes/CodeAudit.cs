using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;

namespace CampaignEngine.Grains.Codes;

/// <summary>Records what is done to a campaign's codes. A code is told by its place in its batch, never as it is written.</summary>
internal sealed class CodeAudit(IGrainFactory grains, CampaignId campaign)
{
    public Task GeneratedAsync(string actor, Guid batch, int size, long points, string? label) =>
        RecordAsync(actor, "codes_generated", new { batchId = batch, batchSize = size, pointsValue = points, label });

    public Task RevokedAsync(string actor, Guid batch, int? index, string reason) => index is { } place
        ? RecordAsync(actor, "code_revoked", new { batchId = batch, index = place, reason })
        : RecordAsync(actor, "code_batch_revoked", new { batchId = batch, reason });

    private Task RecordAsync<T>(string actor, string action, T detail) => grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign))
        .Record(new AuditAction(actor, action, JsonSerializer.SerializeToUtf8Bytes(detail)));
}
