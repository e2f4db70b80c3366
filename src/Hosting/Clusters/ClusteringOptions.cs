using CampaignEngine.Hosting.Starting;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Clusters;

/// <summary>How processes find each other: <c>Orleans:Clustering</c>, in the words that Orleans reads itself.</summary>
public sealed class ClusteringOptions
{
    /// <summary>One process that nobody else can reach.</summary>
    public const string Development = "Development";

    /// <summary>The name that Orleans' own package has, too.</summary>
    public const string AzureTableStorage = "AzureTableStorage";

    public const string ProviderName = $"{Section}:ProviderType";

    private const string Section = "Orleans:Clustering";

    /// <summary>Any of these says which storage account; the provider checks what they hold.</summary>
    private static readonly string[] Accounts = ["ConnectionString", "ConnectionName", "ServiceKey"];

    /// <summary>Whether the process joins a cluster, as a silo or as a client of one.</summary>
    public required bool IsCluster { get; init; }

    public static ClusteringOptions Read(IConfiguration configuration, StartProblems problems)
    {
        var provider = ProviderIn(configuration);
        if (provider is not (Development or AzureTableStorage))
            problems.Add($"{ProviderName} is \"{provider}\". Use {AzureTableStorage} for a cluster, or {Development} (or leave it out) for one process.");

        var options = new ClusteringOptions { IsCluster = provider == AzureTableStorage };
        if (options.IsCluster && !Accounts.Any(name => configuration[$"{Section}:{name}"] is { Length: > 0 }))
            problems.Add($"{Section} does not say which storage account holds the cluster's members. Write {Section}:ConnectionString, or {Section}:ConnectionName with the connection string under ConnectionStrings.");
        return options;
    }

    /// <summary>For settings whose default is another in a cluster.</summary>
    public static bool IsClusterIn(IConfiguration configuration) => ProviderIn(configuration) == AzureTableStorage;

    private static string ProviderIn(IConfiguration configuration) =>
        configuration[ProviderName] is { Length: > 0 } given ? given : Development;
}
