using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Clusters;

/// <summary>
/// Clustering on Azure Tables by <c>src/Clustering.AzureTables</c>, which Orleans finds by its provider name
/// <c>AzureTableStorage</c>. Built unless <c>-p:OfficialAzureProviders=true</c> is given; the other variant is beside it.
/// </summary>
internal static class AzureClustering
{
    /// <summary>Adds nothing: our grains keep the journal, and this variant has no grain storage.</summary>
    public static void AddDefaults(IConfigurationManager configuration)
    {
    }
}
