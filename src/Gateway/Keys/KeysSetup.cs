namespace CampaignEngine.Gateway.Keys;

internal static class KeysSetup
{
    public static IServiceCollection AddKeys(this IServiceCollection services) => services
        .AddSingleton<ApiKeyAuthentication>()
        .AddSingleton<KeyUses>()
        .AddSingleton<KeyUseReporting>()
        .AddHostedService(provider => provider.GetRequiredService<KeyUseReporting>());
}
