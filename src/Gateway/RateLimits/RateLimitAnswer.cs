using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.RateLimits;

/// <summary>
/// Writes a 429 with <c>Retry-After</c> and the fields of draft-ietf-httpapi-ratelimit-headers-10: <c>RateLimit-Policy</c>
/// (<c>q</c>: the burst, <c>w</c>: seconds in which it fills) and <c>RateLimit</c> (<c>r</c>: what is left, <c>t</c>:
/// seconds until the request fits).
/// </summary>
internal static class RateLimitAnswer
{
    public const string LimitHeader = "RateLimit";
    public const string PolicyHeader = "RateLimit-Policy";

    /// <param name="policy">A name for the limit.</param>
    public static Task WriteAsync(
        HttpContext context, string policy, int perSecond, int burst, TokenBucket bucket, int cost, ApiError refusal)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(bucket.WaitFor(cost).TotalSeconds));
        context.Response.Headers[PolicyHeader] = $"\"{policy}\";q={burst};w={(burst + perSecond - 1) / perSecond}";
        context.Response.Headers[LimitHeader] = $"\"{policy}\";r={bucket.Left};t={seconds}";
        return ErrorAnswer.WriteAsync(context, refusal with { RetryAfterSeconds = seconds });
    }
}
