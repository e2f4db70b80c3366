using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Clusters;

/// <summary>
/// Clustering and grain storage by Orleans' own Azure packages, which it finds by their provider name
/// <c>AzureTableStorage</c>. Built with <c>-p:OfficialAzureProviders=true</c>. It names no type of theirs, so that it is
/// tested where they are not to be had.
/// </summary>
internal static class AzureClustering
{
    private const string Provider = "AzureTableStorage";
    private const string Clustering = "Orleans:Clustering";
    private const string GrainStorage = "Orleans:GrainStorage:Default";

    /// <summary>
    /// In a cluster on Azure Tables, grains that operators add get the default grain storage in the same account, unless the
    /// configuration says where. Our own grains keep the journal. Must come before Orleans reads the configuration.
    /// </summary>
    public static void AddDefaults(IConfigurationManager configuration)
    {
        if (configuration[$"{Clustering}:ProviderType"] != Provider || configuration.GetSection(GrainStorage).Exists())
            return;

        string[] account = ["ServiceKey", "ConnectionString", "ConnectionName"];
        configuration.AddInMemoryCollection(account
            .Select(key => KeyValuePair.Create($"{GrainStorage}:{key}", configuration[$"{Clustering}:{key}"]))
            .Where(setting => setting.Value is not null)
            .Append(KeyValuePair.Create($"{GrainStorage}:ProviderType", (string?)Provider)));
    }
}
