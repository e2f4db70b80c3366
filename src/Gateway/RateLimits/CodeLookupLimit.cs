using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.RateLimits;

/// <summary>
/// Limits how fast a key may guess at codes: whoever asked for too many that do not exist is refused before the next is
/// looked up, whether that one exists or not. Those who find what they ask for are never limited by it.
/// </summary>
public sealed class CodeLookupLimit(RateLimiter limiter, RateLimitOptions options)
{
    /// <summary>For the reference; each answer says itself how long to wait.</summary>
    public static readonly ApiError Refusal = ErrorCatalog.TooManyFailedLookups with { RetryAfterSeconds = 1 };

    /// <summary>Around an endpoint that answers 404 when there is no such code.</summary>
    public Func<HttpContext, KeyGrant, Task> Around(Func<HttpContext, KeyGrant, Task> handle) => async (context, grant) =>
    {
        if (Refuse(context, grant) is { } refusing)
        {
            await refusing;
            return;
        }

        await handle(context, grant);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
            NoteFailure(grant);
    };

    /// <returns>The writing of the refusal, or null when the code may be looked up.</returns>
    public Task? Refuse(HttpContext context, KeyGrant grant) => TryBegin(grant) ? null : RateLimitAnswer.WriteAsync(
        context, "failed-lookups", options.FailedLookupsPerSecond, options.FailedLookupsPerSecond, limiter.Of(grant).FailedLookups,
        cost: 1, Refusal);

    /// <summary>Whether a code may be looked up now.</summary>
    public bool TryBegin(KeyGrant grant) => !options.IsEnabled || limiter.Of(grant).FailedLookups.Left > 0;

    /// <summary>A code was looked up and is not there. Of look-ups at the same time more may fail than are left; the next ones wait for it.</summary>
    public void NoteFailure(KeyGrant grant)
    {
        if (options.IsEnabled)
            limiter.Of(grant).FailedLookups.Owe();
    }
}
