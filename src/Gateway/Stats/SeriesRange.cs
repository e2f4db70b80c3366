using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Stats;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Stats;

/// <summary>The query of a series: <c>interval</c>, and <c>from</c> and <c>to</c>, which may be absent.</summary>
internal readonly record struct SeriesRange(SeriesInterval Interval, DateTimeOffset From, DateTimeOffset To)
{
    private const string IntervalName = "interval";
    private const string FromName = "from";
    private const string ToName = "to";

    /// <summary>Null when no series is asked for, or when something is wrong, which is then among the details.</summary>
    public static SeriesRange? Read(HttpRequest request, DateTimeOffset now, List<ErrorDetail> details)
    {
        if (!request.Query.ContainsKey(IntervalName) && !request.Query.ContainsKey(FromName) && !request.Query.ContainsKey(ToName))
            return null;
        SeriesInterval? interval = request.Query[IntervalName] switch
        {
            ["hour"] => SeriesInterval.Hour,
            ["day"] => SeriesInterval.Day,
            _ => null,
        };
        if (interval is null)
            details.Add(new ErrorDetail("", "the query's interval must be hour or day, once"));
        var to = Time(request, ToName, details);
        var from = Time(request, FromName, details);
        if (details.Count > 0)
            return null;

        var end = to ?? now;
        var range = new SeriesRange(interval!.Value, from ?? Before(end, Series.UsualLength(interval.Value)), end);
        if (range.From >= range.To)
            details.Add(new ErrorDetail("", "the query's from must be before its to, which is now when it is absent"));
        else if (range.To - range.From > Series.MaxLength(range.Interval))
            details.Add(new ErrorDetail("", $"from the query's from to its to there may be {Series.MaxPoints} hours or days at most"));
        return details.Count == 0 ? range : null;
    }

    private static DateTimeOffset? Time(HttpRequest request, string name, List<ErrorDetail> details)
    {
        var sent = request.Query[name];
        if (sent.Count == 0)
            return null;
        if (sent is [{ } text] && Rfc3339.TryParse(text, out var time))
            return time.ToUniversalTime();
        details.Add(new ErrorDetail("", $"the query's {name} must be a time as RFC 3339 writes it, percent-encoded, once"));
        return null;
    }

    private static DateTimeOffset Before(DateTimeOffset end, TimeSpan length) =>
        end - DateTimeOffset.MinValue > length ? end - length : DateTimeOffset.MinValue;
}
