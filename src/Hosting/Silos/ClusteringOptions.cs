using CampaignEngine.Hosting.Starting;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Silos;

/// <summary>How silos find each other: <c>Orleans:Clustering:ProviderType</c>.</summary>
internal static class ClusteringOptions
{
    public const string Development = "Development";

    private const string Name = "Orleans:Clustering:ProviderType";

    public static void Check(IConfiguration configuration, StartProblems problems)
    {
        var provider = configuration[Name] ?? Development;
        if (provider != Development)
            problems.Add($"{Name} is \"{provider}\". Other providers come with the cluster, which is not there yet; use {Development}, or leave it out.");
    }
}
