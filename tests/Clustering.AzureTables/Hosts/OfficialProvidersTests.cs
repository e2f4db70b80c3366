using CampaignEngine.Hosting.Clusters;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Clustering.AzureTables.Tests.Hosts;

/// <summary>What the host adds where it is built with Orleans' own Azure packages.</summary>
public class OfficialProvidersTests
{
    [Fact]
    public void A_cluster_on_azure_tables_gets_default_grain_storage_in_the_same_account()
    {
        var configuration = Configured(
            ("Orleans:Clustering:ProviderType", "AzureTableStorage"),
            ("Orleans:Clustering:ConnectionName", "storage"),
            ("Orleans:Clustering:TableName", "Silos"));

        Assert.Equal(
            [("ConnectionName", "storage"), ("ProviderType", "AzureTableStorage")],
            configuration.GetSection("Orleans:GrainStorage:Default").GetChildren().Select(child => (child.Key, child.Value!)));
    }

    [Fact]
    public void Grain_storage_that_is_configured_stays()
    {
        var configuration = Configured(
            ("Orleans:Clustering:ProviderType", "AzureTableStorage"),
            ("Orleans:Clustering:ConnectionString", "one"),
            ("Orleans:GrainStorage:Default:ProviderType", "Memory"));

        Assert.Equal(
            ["ProviderType"], configuration.GetSection("Orleans:GrainStorage:Default").GetChildren().Select(child => child.Key));
        Assert.Equal("Memory", configuration["Orleans:GrainStorage:Default:ProviderType"]);
    }

    [Fact]
    public void Another_clustering_gets_nothing() =>
        Assert.False(Configured(("Orleans:Clustering:ProviderType", "Development")).GetSection("Orleans:GrainStorage").Exists());

    private static ConfigurationManager Configured(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        AzureClustering.AddDefaults(configuration);
        return configuration;
    }
}
