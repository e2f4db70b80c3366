using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Journal.Tests.AzureTables;

/// <summary>One Azurite for all tests of the collection, which run one after another: it is one busy process.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static int s_tables;
    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    /// <summary>Where all tests of the collection are skipped, there is nothing to start.</summary>
    public async Task InitializeAsync() => _azurite = Azurite.SkipReason is null ? await Azurite.StartAsync() : null;

    public async Task DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
    }

    /// <summary>Of a table that no other test has.</summary>
    internal AzureTablesJournalOptions NewTable() => new()
    {
        ConnectionString = ConnectionString,
        TableName = $"Journal{Interlocked.Increment(ref s_tables)}",
    };
}

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
