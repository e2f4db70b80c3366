using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Testing;
using CampaignEngine.Journal.Tests.Support;

namespace CampaignEngine.Journal.Tests.AzureTables;

/// <summary>The storage goes away and comes back; with an Azurite of its own, which keeps its data.</summary>
[NeedsAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class OutageTests
{
    [Fact]
    public async Task A_store_that_comes_back_is_used_again_with_what_it_had()
    {
        await using var azurite = await Azurite.StartAsync(keepsData: true);
        await using var journal = await AzureTablesJournal.OpenAsync(new AzureTablesJournalOptions { ConnectionString = azurite.ConnectionString });
        var stream = Given.NewStream();
        var head = await journal.Chain(stream, StreamHead.Empty, "one", "two");

        await azurite.StopAsync();
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => journal.AppendAsync(stream, head, Given.One("lost")));
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await journal.ReadAsync(stream));
        Assert.True(journal.IsHealthy);
        await azurite.StartAgainAsync();

        Assert.Equal(head, (await journal.ReadAsync(stream)).Head);
        Assert.Equal(3, (await journal.AppendAsync(stream, head, Given.One("three"))).Version);
    }

    [Fact]
    public async Task A_store_that_is_not_there_at_the_start_is_said_so_without_the_key()
    {
        await using var azurite = await Azurite.StartAsync();
        await azurite.StopAsync();

        var error = await Assert.ThrowsAsync<JournalOpenException>(() =>
            AzureTablesJournal.OpenAsync(new AzureTablesJournalOptions { ConnectionString = azurite.ConnectionString }));

        Assert.Contains("devstoreaccount1 cannot be opened: no connection", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", error.ToString(), StringComparison.Ordinal);
    }
}
