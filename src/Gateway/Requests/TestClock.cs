using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Requests;

/// <summary>The header that sets the time of one request in the test environment.</summary>
public static class TestClock
{
    public const string Header = "X-Test-Clock";

    private const string Rule = $"the header {Header} must be a time as in 2026-06-01T12:30:00Z (RFC 3339)";

    /// <summary>The time that the request sets, in UTC, or null when it sets none or is refused.</summary>
    /// <returns>The writing of the refusal, or null.</returns>
    public static Task? Refuse(HttpContext context, KeyGrant grant, out DateTimeOffset? time)
    {
        time = null;
        if (!context.Request.Headers.TryGetValue(Header, out var sent))
            return null;
        if (grant.Environment != CampaignEnvironment.Test)
            return ErrorAnswer.WriteAsync(context, ErrorCatalog.TestClockNotAllowed);
        if (sent is not [{ } text] || !Rfc3339.TryParse(text, out var moment))
            return ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, [new ErrorDetail("", Rule)]);
        time = moment.ToUniversalTime();
        return null;
    }
}
