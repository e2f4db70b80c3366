using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Requests;

/// <summary>The header that sets the time of one request in the test environment.</summary>
public static class TestClock
{
    public const string Header = "X-Test-Clock";

    private const string Rule = $"the header {Header} must be a time as in 2026-06-01T12:30:00Z (RFC 3339)";

    /// <summary>The time that the request sets, in UTC, or null when it sets none or is refused.</summary>
    /// <returns>Why the request is refused, or null.</returns>
    public static (ApiError? Error, IReadOnlyList<ErrorDetail>? Details) Read(
        IHeaderDictionary headers, CampaignEnvironment environment, out DateTimeOffset? time)
    {
        time = null;
        if (!headers.TryGetValue(Header, out var sent))
            return default;
        if (environment != CampaignEnvironment.Test)
            return (ErrorCatalog.TestClockNotAllowed, null);
        if (sent is not [{ } text] || !Rfc3339.TryParse(text, out var moment))
            return (ErrorCatalog.InvalidRequest, [new ErrorDetail("", Rule)]);
        time = moment.ToUniversalTime();
        return default;
    }
}
