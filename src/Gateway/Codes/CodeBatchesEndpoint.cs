using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Codes;

/// <summary>The batches of a campaign, and what became of their codes.</summary>
public sealed class CodeBatchesEndpoint(ICampaignDirectory directory, IGrainFactory grains, TimeProvider time)
{
    public async Task ListAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail> details = [];
        var (page, limit) = (PageQuery.Page(context.Request, details), PageQuery.Limit(context.Request, details));
        if (await FindAsync(context, grant, details) is not { } campaign)
            return;
        var found = await Grain(campaign).List((page - 1) * limit, limit);
        await JsonAnswer.WriteSuccessAsync(
            context.Response,
            new CodeBatchesResponse([.. found.Batches.Select(batch => CodeBatchAnswer.From(campaign, batch))], found.Total, page, limit),
            GatewayJson.Default.CodeBatchesResponse);
    }

    public async Task StatsAsync(HttpContext context, KeyGrant grant)
    {
        if (TestClock.Refuse(context, grant, out var testClock) is { } refusing)
        {
            await refusing;
            return;
        }

        if (await FindAsync(context, grant, []) is not { } campaign)
            return;
        var stats = await Grain(campaign).Count(testClock ?? time.GetUtcNow());
        await JsonAnswer.WriteSuccessAsync(
            context.Response,
            CodeBatchAnswer.From(stats),
            GatewayJson.Default.CodeStatsResponse);
    }

    /// <returns>Null when the refusal has been written.</returns>
    private async Task<CampaignId?> FindAsync(HttpContext context, KeyGrant grant, List<ErrorDetail> details)
    {
        var slug = context.Request.Query["slug"] is [{ Length: > 0 } only] ? only : null;
        if (slug is null)
            details.Add(new ErrorDetail("", "the query's slug must name a campaign, once"));
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return null;
        }

        if (await directory.FindIdAsync(grant.App, grant.Environment, slug!) is not { } campaign
            || await directory.FindCampaignAsync(campaign) is null)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return null;
        }

        return campaign;
    }

    private ICodeBatchesGrain Grain(CampaignId campaign) => grains.GetGrain<ICodeBatchesGrain>(CampaignKey.Format(campaign));
}
