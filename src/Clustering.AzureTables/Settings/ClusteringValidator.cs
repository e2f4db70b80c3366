using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CampaignEngine.Clustering.AzureTables.Settings;

/// <summary>Ends a start whose settings cannot work, with every problem and what to write. Never with a secret.</summary>
internal sealed partial class ClusteringValidator(
    IServiceProvider services, ClusteringSettings settings, IOptions<ClusterOptions> cluster) : IConfigurationValidator
{
    private const string Section = "Orleans:Clustering";

    /// <exception cref="OrleansConfigurationException">All problems, one a line.</exception>
    public void ValidateConfiguration()
    {
        string[] problems = [.. TableNameProblems(), .. ClusterIdProblems(), .. ClientProblems()];
        if (problems.Length > 0)
            throw new OrleansConfigurationException(string.Join(Environment.NewLine, problems));
    }

    private IEnumerable<string> TableNameProblems()
    {
        if (!TableNames().IsMatch(settings.TableName))
            yield return $"{Section}:TableName is \"{settings.TableName}\". Write 3 to 63 letters and digits, a letter first.";
    }

    private IEnumerable<string> ClusterIdProblems()
    {
        if (!PartitionKeys().IsMatch(cluster.Value.ClusterId ?? ""))
            yield return $"Orleans:ClusterId is \"{cluster.Value.ClusterId}\". Write 1 to 255 characters, none of them / \\ # ? or a control character.";
    }

    private IEnumerable<string> ClientProblems()
    {
        if (settings is { ServiceKey: { } key } && services.GetKeyedService<TableServiceClient>(key) is null)
            yield return $"{Section}:ServiceKey is \"{key}\", but no TableServiceClient is registered under that key. Register one, or write ConnectionString instead.";
        else if (settings is { ServiceKey: null, ConnectionString: null, ConnectionName: { } name })
            yield return $"{Section}:ConnectionName is \"{name}\", but ConnectionStrings:{name} is not set. Write the storage account's connection string there.";
        else if (settings is { ServiceKey: null, ConnectionString: null })
            yield return $"{Section} does not say which storage account. Write ConnectionString, ConnectionName or ServiceKey.";
        else if (settings.ServiceKey is null && !CanConnect())
            yield return $"{Section}:ConnectionString is neither a storage account's connection string nor the address of a table service.";
    }

    private bool CanConnect()
    {
        try
        {
            return TableClients.Create(settings, services) is not null;
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex TableNames();

    [GeneratedRegex(@"^[^/\\#?\p{Cc}]{1,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PartitionKeys();
}
