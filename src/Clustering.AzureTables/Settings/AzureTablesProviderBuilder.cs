using CampaignEngine.Clustering.AzureTables.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Providers;

[assembly: RegisterProvider("AzureTableStorage", "Clustering", "Silo", typeof(AzureTablesProviderBuilder))]
[assembly: RegisterProvider("AzureTableStorage", "Clustering", "Client", typeof(AzureTablesProviderBuilder))]

namespace CampaignEngine.Clustering.AzureTables.Settings;

/// <summary>
/// What Orleans calls where <c>Orleans:Clustering:ProviderType</c> is <c>AzureTableStorage</c>: the name that its own Azure
/// package has, so that only one of the two can be referenced.
/// </summary>
internal sealed class AzureTablesProviderBuilder : IProviderBuilder<ISiloBuilder>, IProviderBuilder<IClientBuilder>
{
    public void Configure(ISiloBuilder builder, string? name, IConfigurationSection configurationSection)
    {
        AddPartition(builder.Services, configurationSection);
        builder.Services.TryAddSingleton<MembershipReader>();
        builder.Services.AddSingleton<IMembershipTable, AzureTablesMembership>();
    }

    public void Configure(IClientBuilder builder, string? name, IConfigurationSection configurationSection)
    {
        AddPartition(builder.Services, configurationSection);
        builder.Services.AddSingleton<IGatewayListProvider, AzureTablesGatewayList>();
    }

    private static void AddPartition(IServiceCollection services, IConfigurationSection section)
    {
        services.TryAddSingleton(provider => ClusteringSettings.Read(section, provider.GetRequiredService<IConfiguration>()));
        services.AddTransient<IConfigurationValidator, ClusteringValidator>();
        services.TryAddSingleton(provider =>
        {
            var settings = provider.GetRequiredService<ClusteringSettings>();
            var table = TableClients.Create(settings, provider).GetTableClient(settings.TableName);
            return new ClusterPartition(table, provider.GetRequiredService<IOptions<ClusterOptions>>().Value.ClusterId);
        });
    }
}
