using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>Creates a campaign as a draft, or replaces its definition. Idempotent as it is: the same document again changes nothing.</summary>
public sealed class PutCampaignEndpoint(CampaignCalls campaigns)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        var slug = CampaignRoute.Slug(context);
        List<ErrorDetail>? details = CampaignSlug.IsValid(slug) ? [] : [new ErrorDetail("", CampaignSlug.Rule)];
        IdempotencyKey.Read(context.Request.Headers, ref details);
        var ifVersion = IfMatch.Read(context.Request.Headers, details!);
        if (details!.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        if (!ContentTypes.IsJson(context.Request))
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.UnsupportedMediaType);
            return;
        }

        // Before the slug is taken: a document that is wrong leaves nothing behind.
        var document = await RequestBody.CopyAsync(context.Request);
        if (CampaignDefinitionReader.Read(document).Errors is { Count: > 0 } errors)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidDefinition, [.. errors.Select(error => new ErrorDetail(error.Pointer, error.Message))]);
            return;
        }

        await PutAsync(context, grant, slug, document, ifVersion);
    }

    private async Task PutAsync(HttpContext context, KeyGrant grant, string slug, byte[] document, int? ifVersion)
    {
        if (await campaigns.FindAsync(grant, slug) is not { } campaign)
        {
            if (ifVersion is not null)
            {
                await ErrorAnswer.WriteAsync(context, ErrorCatalog.VersionMismatch);
                return;
            }

            if (await campaigns.ReserveAsync(grant, slug) is not { } reserved)
            {
                await ErrorAnswer.WriteAsync(context, ErrorCatalog.TooManyCampaigns);
                return;
            }

            campaign = reserved;
        }

        await CampaignAnswer.WriteAsync(context, await campaigns.ChangeAsync(
            context, campaign, grain => grain.Define(slug, document, AuditActor.OfKey(grant.KeyId), ifVersion ?? 0)));
    }
}
