using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Admission;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Keys;

/// <summary>Lets a request through when its key may do what it asks for, the gateway has room for it, and the key has not asked for too much.</summary>
public sealed class ApiKeyAuthentication(ICampaignDirectory directory, KeyUses uses, Admittance admittance, RateLimiter limiter)
{
    public const string Header = "X-API-Secret";

    public RequestDelegate Require(KeyScopes scope, Func<HttpContext, KeyGrant, Task> handle) =>
        RequireUnlimited(scope, (context, grant) => limiter.Refuse(context, grant) ?? handle(context, grant));

    /// <summary>For endpoints that see to the rate limit themselves.</summary>
    public RequestDelegate RequireUnlimited(KeyScopes scope, Func<HttpContext, KeyGrant, Task> handle) =>
        context => AuthenticateAsync(context, scope, handle);

    private async Task AuthenticateAsync(HttpContext context, KeyScopes scope, Func<HttpContext, KeyGrant, Task> handle)
    {
        var sent = context.Request.Headers[Header];
        if (string.IsNullOrEmpty(sent.ToString()))
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.MissingKey);
            return;
        }

        var grant = sent is [{ } text] && ApiKey.EnvironmentOf(text) is { } environment
            ? await FindAsync(text, environment)
            : null;
        if (Refuse(grant, scope) is { } refusal)
        {
            await ErrorAnswer.WriteAsync(context, refusal);
            return;
        }

        uses.Note(grant!);
        await admittance.RunAsync(context, grant!.App, grant, handle);
    }

    /// <summary>The prefix decides the environment: a key that was registered for the other one is no key.</summary>
    private async ValueTask<KeyGrant?> FindAsync(string key, CampaignEnvironment environment) =>
        await directory.FindKeyAsync(key) is { } grant && grant.Environment == environment ? grant : null;

    private static ApiError? Refuse(KeyGrant? grant, KeyScopes scope) => grant switch
    {
        null => ErrorCatalog.InvalidKey,
        { IsRevoked: true } => ErrorCatalog.RevokedKey,
        { IsAppActive: false } => ErrorCatalog.AppNotActive,
        _ when (grant.Scopes & scope) != scope => ErrorCatalog.InsufficientScope,
        _ => null,
    };
}
