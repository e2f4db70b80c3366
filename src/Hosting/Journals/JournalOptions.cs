using CampaignEngine.Hosting.Starting;
using CampaignEngine.Journal.AzureTables;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Journals;

/// <summary>Where the journal is kept: the section <c>Journal</c>.</summary>
public sealed class JournalOptions
{
    public const string DefaultPath = "data";

    public required JournalProvider Provider { get; init; }

    /// <summary>The absolute directory that holds the RocksDB journal and what belongs to it.</summary>
    public required string Path { get; init; }

    /// <summary>The storage account and table of the Azure Tables journal. Holds a secret.</summary>
    public required AzureTablesJournalOptions AzureTables { get; init; }

    /// <summary>Whether several processes can use it.</summary>
    public bool IsShared => Provider == JournalProvider.AzureTables;

    /// <summary>What an operator is told at start.</summary>
    public string Location => Provider switch
    {
        JournalProvider.RocksDb => Path,
        JournalProvider.AzureTables => $"Azure Tables, table {AzureTables.TableName}",
        JournalProvider.Memory => "memory (gone when the process ends)",
        _ => throw new InvalidOperationException($"No journal provider {Provider}."),
    };

    public static JournalOptions Read(IConfiguration configuration, string contentRoot, StartProblems problems)
    {
        var path = configuration["Journal:Path"] is { Length: > 0 } given ? given : DefaultPath;
        var options = new JournalOptions
        {
            Provider = ParseProvider(configuration["Journal:Provider"], problems),
            Path = System.IO.Path.GetFullPath(path, contentRoot),
            AzureTables = new AzureTablesJournalOptions
            {
                ConnectionString = configuration["Journal:ConnectionString"] ?? "",
                TableName = configuration["Journal:TableName"] is { Length: > 0 } table ? table : AzureTablesJournalOptions.DefaultTableName,
            },
        };
        if (options.Provider == JournalProvider.AzureTables)
            options.CheckAzureTables(problems);
        return options;
    }

    private void CheckAzureTables(StartProblems problems)
    {
        if (AzureTables.ConnectionString.Length == 0)
            problems.Add("Journal:ConnectionString is missing, and Journal:Provider is AzureTables. Write the connection string of the storage account, or UseDevelopmentStorage=true for Azurite on this machine.");
        foreach (var problem in AzureTables.ConnectionString.Length == 0 ? [] : AzureTables.Problems())
            problems.Add($"Journal: {problem}");
    }

    private static JournalProvider ParseProvider(string? text, StartProblems problems)
    {
        if (text is null or "")
            return JournalProvider.RocksDb;
        foreach (var provider in Enum.GetValues<JournalProvider>())
        {
            if (text.Equals(provider.ToString(), StringComparison.OrdinalIgnoreCase))
                return provider;
        }

        problems.Add($"Journal:Provider is \"{text}\". Use RocksDb, AzureTables or Memory.");
        return JournalProvider.RocksDb;
    }
}
