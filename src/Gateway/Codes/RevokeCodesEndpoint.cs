using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Codes;

/// <summary>Revokes a code, or all codes of a batch that nobody has redeemed.</summary>
public sealed class RevokeCodesEndpoint(CodeLookup lookup, IGrainFactory grains, ILogger<RevokeCodesEndpoint> logger)
{
    public const int MaxReason = 500;

    /// <summary>More than any code has; what is longer than <see cref="Code.MaxLength"/> is not found.</summary>
    private const int MaxSent = 255;

    private sealed record Named(string? Code, Guid? Batch, string Reason);

    private sealed record Place(CampaignId Campaign, Guid Batch, int? Index);

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (await StrictBody.ReadAsync(context, Read) is not { } named)
            return;
        if (await FindAsync(grant, named) is not { } place)
        {
            await ErrorAnswer.WriteAsync(context, named.Code is null ? ErrorCatalog.BatchNotFound : ErrorCatalog.CodeNotFound);
            return;
        }

        var request = new RevokeCodesRequest(AuditActor.OfKey(grant.KeyId), place.Index, named.Reason);
        var reply = await UnknownOutcome.OfAsync(
            () => grains.GetGrain<ICodeBatchGrain>(CodeBatchKey.Format(place.Campaign, place.Batch)).Revoke(request),
            new RevokeCodesReply(RevokeCodesStatus.OutcomeUnknown), logger, context, "codes were revoked");
        await (reply.Status == RevokeCodesStatus.Done
            ? JsonAnswer.WriteSuccessAsync(
                context.Response, new RevokedCodesResponse(place.Batch, reply.Revoked), GatewayJson.Default.RevokedCodesResponse)
            : ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status)));
    }

    private static Named? Read(StrictObject members)
    {
        var code = members.Text("code", members.Optional("code"), 1, MaxSent);
        var batch = members.Optional("batchId");
        var reason = members.RequiredText("reason", MaxReason);
        if (members.Optional("code") is null == batch is null)
            members.Wrong("code", "or batchId must be there, and not both");
        if (batch is not { } element)
            return reason is null ? null : new Named(code, null, reason);
        if (element.ValueKind == System.Text.Json.JsonValueKind.String && element.TryGetGuid(out var id))
            return reason is null ? null : new Named(null, id, reason);
        members.Wrong("batchId", "must be the id of a batch");
        return null;
    }

    private async ValueTask<Place?> FindAsync(KeyGrant grant, Named named)
    {
        if (named.Batch is { } batch)
            return await lookup.FindBatchAsync(grant.App, grant.Environment, batch) is { } campaign ? new Place(campaign.Id, batch, null) : null;
        return await lookup.FindAsync(grant.App, grant.Environment, Code.Normalize(named.Code!)) is { Use: CodeUse.Code } found
            ? new Place(found.Campaign.Id, found.LeaseId, found.Index)
            : null;
    }
}
