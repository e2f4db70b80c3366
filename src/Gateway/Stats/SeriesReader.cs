using CampaignEngine.Domain.Stats;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Stats;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Stats;

/// <summary>Asks what happened in a campaign, hour by hour or day by day.</summary>
public sealed class SeriesReader(IGrainFactory grains)
{
    private const string Utc = "UTC";

    /// <summary>One of the two, or neither while the entries are counted.</summary>
    internal async Task<(SeriesResponse? Series, ErrorDetail? Refusal)> ReadAsync(CampaignHandle campaign, SeriesRange range)
    {
        var zone = range.Interval == SeriesInterval.Hour ? Utc : campaign.Campaign.TimeZone;
        var activity = grains.GetGrain<IActivityGrain>(CampaignKey.Format(campaign.Id));
        var reply = await activity.Read(new SeriesQuery(range.Interval, range.From, range.To, zone));
        return reply.Status switch
        {
            SeriesStatus.Shown => (From(range.Interval, zone, reply.Series!), null),
            SeriesStatus.TooLong => (null, SeriesRange.TooLong),
            _ => (null, null),
        };
    }

    private static SeriesResponse From(SeriesInterval interval, string zone, SeriesView series) => new(
        interval == SeriesInterval.Hour ? "hour" : "day",
        zone,
        WireTime.FormatMilliseconds(series.CountedAt),
        [.. series.Points.Select(point => new SeriesPointResponse(
            WireTime.Format(point.Start), point.Participants, point.Events, point.Points, point.Plays, point.Wins))]);
}
