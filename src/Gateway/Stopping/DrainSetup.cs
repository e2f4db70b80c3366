namespace CampaignEngine.Gateway.Stopping;

internal static class DrainSetup
{
    public static IServiceCollection AddDrain(this IServiceCollection services, GatewayOptions options) => services
        .AddHostedService<Drain>()
        // The time for stopping begins with the drain.
        .PostConfigure<HostOptions>(host => host.ShutdownTimeout += options.Drain);
}
