using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Stats;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Stats;

/// <summary>The query of a series: <c>interval</c>, and <c>from</c> and <c>to</c>, which may be absent.</summary>
internal readonly record struct SeriesRange(SeriesInterval Interval, DateTimeOffset? From, DateTimeOffset? To)
{
    private const string IntervalName = "interval";
    private const string FromName = "from";
    private const string ToName = "to";

    public static readonly ErrorDetail TooLong = new(
        "", $"from the query's from to its to, or the newest there is, there may be {Series.MaxPoints} hours or days at most");

    /// <summary>Null when no series is asked for, or when something is wrong, which is then among the details.</summary>
    public static SeriesRange? Read(HttpRequest request, List<ErrorDetail> details)
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

        if (from >= to)
            details.Add(new ErrorDetail("", "the query's from must be before its to"));
        else if (to - from > Series.MaxLength(interval!.Value))
            details.Add(TooLong);
        return details.Count == 0 ? new SeriesRange(interval!.Value, from, to) : null;
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
}
