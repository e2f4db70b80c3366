using CampaignEngine.Grains.Secrets;
using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Grains.Tests.Secrets;

public class MasterKeyInAzureTests
{
    private readonly FakeTimeProvider _time = new(Given.Noon);

    [AzuriteFact]
    public async Task Of_processes_that_start_a_cluster_at_once_those_with_the_first_key_may_go_on()
    {
        await using var azurite = await Azurite.StartAsync();
        var options = new AzureTablesJournalOptions { ConnectionString = azurite.ConnectionString };
        var otherKey = MasterKey.Generate();

        var starts = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            await using var journal = await AzureTablesJournal.OpenAsync(options);
            var key = i % 2 == 0 ? Given.MasterKey : otherKey;
            var error = await Record.ExceptionAsync(() => MasterKeyGuard.CheckAsync(journal, key, _time));
            return (key, error);
        }));

        var started = starts.Where(start => start.error is null).Select(start => start.key).ToList();
        Assert.Equal(5, started.Count);
        Assert.Single(started.Distinct());
        Assert.All(starts.Where(start => start.error is not null), start => Assert.IsType<MasterKeyMismatchException>(start.error));
    }
}
