using System.Text;
using Azure.Data.Tables;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Participants;

/// <summary>Looks for a person in every row of a journal on Azure Tables.</summary>
public sealed class ErasedRowsTests
{
    [AzuriteFact]
    public async Task Nothing_of_a_person_who_was_erased_is_left()
    {
        await using var azurite = await Azurite.StartAsync();
        var options = new AzureTablesJournalOptions { ConnectionString = azurite.ConnectionString };
        await using var journal = await AzureTablesJournal.OpenAsync(options);
        await using var engine = await Engine.StartAsync(journal);
        var campaign = await engine.CreateOwnCampaignAsync(Definitions.InstantWin("0.5", 10));
        foreach (var person in new[] { "gone", "stays" })
        {
            // Past a snapshot, and past what is blanked at once.
            for (var i = 0; i < 70; i++)
            {
                var request = Requests.Event($"{person}-user", $"{person}-event-{i}", "purchase", $$"""{"note":"{{person}}-metadata"}""") with
                {
                    DisplayName = $"{person}-name",
                };
                Assert.Equal(RecordEventStatus.Recorded, (await engine.RecordAsync(campaign, request)).Status);
            }
        }

        Assert.All(Texts("gone"), text => Assert.NotEqual(0, RowsWith(options, text)));
        Assert.Equal(EraseStatus.Erased, await engine.EraseAsync(campaign, "gone-user"));
        await engine.FinishErasureAsync(journal, campaign, "gone-user");

        Assert.All(Texts("gone"), text => Assert.Equal(0, RowsWith(options, text)));
        Assert.All(Texts("stays"), text => Assert.NotEqual(0, RowsWith(options, text)));
        Assert.Null(await (await engine.ParticipantAsync(campaign, "gone-user")).Get());
    }

    private static IEnumerable<string> Texts(string person) => [$"{person}-user", $"{person}-name", $"{person}-event", $"{person}-metadata"];

    private static int RowsWith(AzureTablesJournalOptions options, string text) =>
        new TableClient(options.ConnectionString, options.TableName).Query<TableEntity>().Count(row => row.Any(member => member.Value switch
        {
            byte[] bytes => Holds(bytes, text),
            BinaryData data => Holds(data.ToMemory().Span, text),
            string written => written.Contains(text, StringComparison.Ordinal),
            _ => false,
        }));

    private static bool Holds(ReadOnlySpan<byte> bytes, string text) =>
        bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
