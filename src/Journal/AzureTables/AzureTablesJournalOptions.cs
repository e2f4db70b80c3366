using Azure.Core.Pipeline;

namespace CampaignEngine.Journal.AzureTables;

public sealed class AzureTablesJournalOptions
{
    public const string DefaultTableName = "CampaignJournal";

    /// <summary>
    /// The storage account, as the portal shows it: <c>DefaultEndpointsProtocol=…;AccountName=…;AccountKey=…;…</c>, or
    /// <c>UseDevelopmentStorage=true</c> for Azurite on this machine. Holds a secret.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>The table; made when missing. 3 to 63 letters and digits, a letter first.</summary>
    public string TableName { get; init; } = DefaultTableName;

    /// <summary>For tests: how long each step may take.</summary>
    internal CommitTimes Times { get; init; } = new();

    /// <summary>For tests: what carries requests to the store; null for the SDK's own.</summary>
    internal HttpPipelineTransport? Transport { get; init; }

    /// <summary>Every problem at once, each saying what to write; never the connection string itself.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
            yield return "The journal's connection string is missing. Set it to that of the storage account, or to UseDevelopmentStorage=true for Azurite.";
        else if (!JournalTable.CanParse(ConnectionString))
            yield return "The journal's connection string cannot be read. It looks like DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net";
        if (!IsTableName(TableName))
            yield return $"The journal's table name \"{TableName}\" is not 3 to 63 letters and digits with a letter first.";
    }

    private static bool IsTableName(string? name) =>
        name is { Length: >= 3 and <= 63 } && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}
