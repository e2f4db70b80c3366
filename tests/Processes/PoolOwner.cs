using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Processes.Tests;

/// <summary>Asks a cluster, as one of its clients, where a campaign's pool lives.</summary>
internal static class PoolOwner
{
    public static async Task<Member> FindAsync(EngineCluster cluster, CampaignId campaign)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Orleans:ClusterId", cluster.ClusterId),
            new("Orleans:ServiceId", "campaign-engine"),
            new("Orleans:Clustering:ProviderType", "AzureTableStorage"),
            new("Orleans:Clustering:ConnectionString", cluster.Azurite.ConnectionString),
        ]);
        builder.UseOrleansClient();
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var pool = grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign));
        var silo = await grains.GetGrain<IManagementGrain>(0).GetActivationAddress(pool)
            ?? throw new InvalidOperationException("The pool is nowhere.");
        await host.StopAsync();
        return cluster.Silos[Enumerable.Range(0, cluster.SiloPorts.Count).Single(i => cluster.SiloPorts[i] == silo.Endpoint.Port)];
    }
}
