using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Forecasts;

/// <summary>Forecasts a campaign in the newest version of its definition: a draft as a whole, a running one from now on.</summary>
public sealed class ForecastEndpoint(ICampaignDirectory directory, ForecastStocks stocks, ForecastGate gate, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (await StrictBody.ReadAsync(context, ForecastReader.Read) is not { } request)
            return;

        if (TestClock.Refuse(context, grant, out var set) is { } refusing)
        {
            await refusing;
            return;
        }

        var campaign = await directory.FindCampaignAsync(grant.App, grant.Environment, CampaignRoute.Slug(context));
        if (Refuse(campaign) is { } refusal)
            await ErrorAnswer.WriteAsync(context, refusal);
        else
            await ForecastAsync(context, campaign!, request, set ?? time.GetUtcNow());
    }

    private async Task ForecastAsync(HttpContext context, CampaignHandle campaign, ForecastRequest request, DateTimeOffset now)
    {
        var definition = campaign.Campaign.Definition;
        var stock = await stocks.FindAsync(campaign, definition.InstantWin!);
        var result = await gate.RunAsync(
            cancellation => Forecaster.Run(definition, request.Traffic, now, stock, request.Runs, request.Seed, cancellation), context.RequestAborted);
        await AnswerAsync(context, result, definition, Forecaster.MostRuns(definition, now), request.Runs);
    }

    private static ApiError? Refuse(CampaignHandle? campaign) => campaign switch
    {
        null => ErrorCatalog.CampaignNotFound,
        { Status: CampaignStatus.Ended } => ErrorCatalog.CampaignEnded,
        { Campaign.InstantWin: null } => ErrorCatalog.NoInstantWin,
        _ => null,
    };

    private static Task AnswerAsync(HttpContext context, ForecastResult? result, CampaignDefinition definition, long mostRuns, int runs) => result?.Status switch
    {
        null => ErrorAnswer.WriteAsync(context, ErrorCatalog.ForecastBusy),
        ForecastStatus.NoInstantWin => ErrorAnswer.WriteAsync(context, ErrorCatalog.NoInstantWin),
        ForecastStatus.Over => ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignEnded),
        ForecastStatus.TooMuchWork => ErrorAnswer.WriteAsync(context, ErrorCatalog.ForecastTooLarge, [Advice(mostRuns, runs)]),
        ForecastStatus.Done => JsonAnswer.WriteSuccessAsync(context.Response, JsonSerializer.SerializeToUtf8Bytes(
            ForecastAnswer.From(result.Forecast!, definition.InstantWin!.Mode), GatewayJson.Default.ForecastResponse)),
        _ => throw new InvalidOperationException($"No answer for {result.Status}."),
    };

    private static ErrorDetail Advice(long mostRuns, int runs) => mostRuns switch
    {
        0 => new ErrorDetail("", $"the days of the campaign times its tiers must not exceed {Forecaster.MaxSteps}: let it end sooner"),
        _ when runs > mostRuns => new ErrorDetail("/runs", $"must be at most {mostRuns} for this campaign: runs times days times tiers must not exceed {Forecaster.MaxSteps}"),
        _ => new ErrorDetail("/traffic", "lets a person have so many events that the limits of plays take too long to compute: expect more users, or fewer events a day"),
    };
}
