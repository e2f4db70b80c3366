using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Clustering.AzureTables.Settings;

/// <summary>
/// What stands beside <c>Orleans:Clustering:ProviderType</c>, with the names and meanings of Orleans' own Azure package, so
/// that the same configuration works with it.
/// </summary>
internal sealed class ClusteringSettings
{
    public const string DefaultTableName = "OrleansSiloInstances";

    /// <summary>Letters and digits, 3 to 63, a letter first. Clusters may share a table.</summary>
    public string TableName { get; init; } = DefaultTableName;

    /// <summary>The key of a <see cref="Azure.Data.Tables.TableServiceClient"/> in the services; comes before everything else.</summary>
    public string? ServiceKey { get; init; }

    /// <summary>
    /// A connection string of a storage account, or the address of its table service with a signature in it. Where it is not
    /// set, it is the one in <c>ConnectionStrings</c> under <c>ConnectionName</c>. A secret.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>Where the connection string was to come from, to say so when it is not there.</summary>
    public string? ConnectionName { get; init; }

    public static ClusteringSettings Read(IConfigurationSection section, IConfiguration root)
    {
        var name = ValueOf(section, "ConnectionName");
        return new ClusteringSettings
        {
            TableName = ValueOf(section, "TableName") ?? DefaultTableName,
            ServiceKey = ValueOf(section, "ServiceKey"),
            ConnectionName = name,
            ConnectionString = ValueOf(section, "ConnectionString") ?? (name is null ? null : root.GetConnectionString(name)),
        };
    }

    private static string? ValueOf(IConfigurationSection section, string key) => section[key] is { Length: > 0 } value ? value : null;
}
