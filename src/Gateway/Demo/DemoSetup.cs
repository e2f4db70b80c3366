namespace CampaignEngine.Gateway.Demo;

internal static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddSingleton<ListenAddresses>()
        .AddSingleton<StartBanner>()
        .AddSingleton<DemoSeed>()
        .AddHostedService<DemoStart>();
}
