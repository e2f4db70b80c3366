using System.Globalization;
using CampaignEngine.Domain.Stats;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Stats;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Stats;

/// <summary>Shows what happened in a campaign, hour by hour or day by day.</summary>
public sealed class SeriesEndpoint(ICampaignDirectory directory, IGrainFactory grains, TimeProvider time)
{
    private const string Utc = "UTC";

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail> details = [];
        if (SeriesRange.Read(context.Request, time.GetUtcNow(), details) is not { } range)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        var zone = range.Interval == SeriesInterval.Hour ? Utc : campaign.Campaign.TimeZone;
        var activity = grains.GetGrain<IActivityGrain>(CampaignKey.Format(campaign.Id));
        if (await activity.Read(new SeriesQuery(range.Interval, range.From, range.To, zone)) is not { } series)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.StatsCounting);
            return;
        }

        await JsonAnswer.WriteSuccessAsync(context.Response, From(range.Interval, zone, series), GatewayJson.Default.SeriesResponse);
    }

    private static SeriesResponse From(SeriesInterval interval, string zone, SeriesView series) => new(
        interval == SeriesInterval.Hour ? "hour" : "day",
        zone,
        WireTime.FormatMilliseconds(series.CountedAt),
        [.. series.Points.Select(point => new SeriesPointResponse(
            Start(interval, point.Start), point.Participants, point.Events, point.Points, point.Plays, point.Wins))]);

    private static string Start(SeriesInterval interval, DateTime start) => interval == SeriesInterval.Hour
        ? WireTime.Format(start)
        : start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
