using System.Globalization;
using CampaignEngine.Domain.Stats;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Stats;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Stats;

/// <summary>Asks what happened in a campaign, hour by hour or day by day.</summary>
public sealed class SeriesReader(IGrainFactory grains)
{
    private const string Utc = "UTC";

    /// <summary>Null while the entries are counted.</summary>
    internal async Task<SeriesResponse?> ReadAsync(CampaignHandle campaign, SeriesRange range)
    {
        var zone = range.Interval == SeriesInterval.Hour ? Utc : campaign.Campaign.TimeZone;
        var activity = grains.GetGrain<IActivityGrain>(CampaignKey.Format(campaign.Id));
        return await activity.Read(new SeriesQuery(range.Interval, range.From, range.To, zone)) is { } series
            ? From(range.Interval, zone, series)
            : null;
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
