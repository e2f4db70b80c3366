using Azure.Data.Tables;
using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Tests.Contract;
using CampaignEngine.Journal.Tests.Support;

namespace CampaignEngine.Journal.Tests.AzureTables;

/// <summary>The whole contract against a real Azurite.</summary>
[NeedsAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class AzureTablesJournalTests(AzuriteFixture azurite) : JournalContractTests
{
    private readonly AzureTablesJournalOptions _options = azurite.NewTable();
    private AzureTablesJournal? _journal;

    public override async Task DisposeAsync()
    {
        if (_journal is not null) await _journal.DisposeAsync();
    }

    /// <summary>The emulator carries a few thousand rows a second; what larger counts would show, the embedded journals' runs show.</summary>
    protected override int Count(int light, int heavy) => light;

    protected override async Task<IJournal> OpenAsync() => _journal = await AzureTablesJournal.OpenAsync(_options);

    protected override async Task<IJournal> TamperAsync(StreamId stream, long version, Func<byte[], byte[]> change)
    {
        var table = new TableClient(_options.ConnectionString, _options.TableName);
        TableEntity row = await table.GetEntityAsync<TableEntity>(TableKeys.Partition(stream.Bucket), TableKeys.Entry(stream, version));
        await table.UpsertEntityAsync(
            TableRow.Of(row.PartitionKey, row.RowKey, change(TableRow.BytesOf(row))), TableUpdateMode.Replace);
        return _journal!;
    }
}
