namespace CampaignEngine.Gateway.RateLimits;

internal static class RateLimitsSetup
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services, RateLimitOptions options) => services
        .AddSingleton(options)
        .AddSingleton<RateLimiter>()
        .AddSingleton<CodeLookupLimit>();
}
