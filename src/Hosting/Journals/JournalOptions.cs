using CampaignEngine.Hosting.Starting;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Journals;

/// <summary>Where the journal is kept: the section <c>Journal</c>.</summary>
public sealed class JournalOptions
{
    public const string DefaultPath = "data";

    public required JournalProvider Provider { get; init; }

    /// <summary>The absolute directory that holds the RocksDB journal and what belongs to it.</summary>
    public required string Path { get; init; }

    /// <summary>What an operator is told at start.</summary>
    public string Location => Provider == JournalProvider.Memory ? "memory (gone when the process ends)" : Path;

    public static JournalOptions Read(IConfiguration configuration, string contentRoot, StartProblems problems)
    {
        var provider = configuration["Journal:Provider"] ?? nameof(JournalProvider.RocksDb);
        var path = configuration["Journal:Path"] is { Length: > 0 } given ? given : DefaultPath;
        return new JournalOptions
        {
            Provider = ParseProvider(provider, problems),
            Path = System.IO.Path.GetFullPath(path, contentRoot),
        };
    }

    private static JournalProvider ParseProvider(string text, StartProblems problems)
    {
        if (text.Equals("AzureTables", StringComparison.OrdinalIgnoreCase))
            problems.Add("Journal:Provider AzureTables comes with the cluster, which is not there yet. Use RocksDb or Memory.");
        else if (text.Equals(nameof(JournalProvider.Memory), StringComparison.OrdinalIgnoreCase))
            return JournalProvider.Memory;
        else if (!text.Equals(nameof(JournalProvider.RocksDb), StringComparison.OrdinalIgnoreCase))
            problems.Add($"Journal:Provider is \"{text}\". Use RocksDb or Memory.");

        return JournalProvider.RocksDb;
    }
}
