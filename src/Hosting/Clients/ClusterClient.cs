using CampaignEngine.Hosting.Clusters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CampaignEngine.Hosting.Clients;

/// <summary>A client of a cluster. Orleans reads the provider and the cluster's name from the configuration itself.</summary>
internal static class ClusterClient
{
    public static void Configure(IClientBuilder client)
    {
        client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = ClusterDefaults.GatewayListRefreshPeriod);
        client.UseConnectionRetryFilter<ConnectionRetry>();

        var services = client.Services;
        services.AddSingleton<ClientAccess>();
        services.AddSingleton<IClusterAccess>(provider => provider.GetRequiredService<ClientAccess>());
        services.AddSingleton<IClusterConnectionStatusObserver>(provider => provider.GetRequiredService<ClientAccess>());
        services.AddHostedService<Reconnection>();
        // The client's start waits for a silo; the server must not wait with it, or nobody could ask whether it is alive.
        services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
    }
}
