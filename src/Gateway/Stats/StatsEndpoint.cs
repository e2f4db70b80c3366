using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Codes;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Prizes;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Leaderboards;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Stats;

/// <summary>Shows what a campaign's participants come to, and what is left of the prizes.</summary>
public sealed class StatsEndpoint(
    ICampaignDirectory directory, IGrainFactory grains, StockEndpoint stock, SeriesReader seriesOf, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail> details = [];
        var range = SeriesRange.Read(context.Request, details);
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        if (await grains.GetGrain<ILeaderboardGrain>(CampaignKey.Format(campaign.Id)).GetTotals() is not { } totals)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.LeaderboardLoading);
            return;
        }

        SeriesResponse? series = null;
        if (range is { } asked)
        {
            (series, var refusal) = await seriesOf.ReadAsync(campaign, asked);
            if (series is null)
            {
                await (refusal is { } detail
                    ? ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, [detail])
                    : ErrorAnswer.WriteAsync(context, ErrorCatalog.StatsCounting));
                return;
            }
        }

        var codes = await grains.GetGrain<ICodeBatchesGrain>(CampaignKey.Format(campaign.Id)).Count(time.GetUtcNow());
        var response = new StatsResponse(
            totals.Participants, totals.Events, totals.Points, totals.Plays, totals.Wins, await stock.ReadAsync(campaign),
            CodeBatchAnswer.From(codes))
        {
            Series = series,
        };
        await JsonAnswer.WriteSuccessAsync(context.Response, response, GatewayJson.Default.StatsResponse);
    }
}
