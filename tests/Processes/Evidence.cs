using System.Diagnostics;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.AzureTables;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CampaignEngine.Processes.Tests;

/// <summary>What a cluster has left in its storage, read by somebody who is no member of it.</summary>
internal sealed class Evidence : IAsyncDisposable
{
    private static readonly Guid s_demoApp = new("0199f000-0000-7000-8000-00000000de30");
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly AzureTablesJournal _journal;
    private readonly ServiceProvider _services;

    private Evidence(AzureTablesJournal journal, ServiceProvider services) => (_journal, _services) = (journal, services);

    public static async Task<Evidence> OpenAsync(EngineCluster cluster)
    {
        var journal = await AzureTablesJournal.OpenAsync(new AzureTablesJournalOptions
        {
            ConnectionString = cluster.Azurite.ConnectionString,
            TableName = cluster.JournalTable,
        });
        var services = new ServiceCollection().AddLogging().AddSerializer()
            .AddSingleton<IJournal>(journal)
            .AddSingleton(MasterKey.FromBase64(Convert.ToBase64String(cluster.MasterKey)))
            .AddCampaignDirectory();
        return new Evidence(journal, services.BuildServiceProvider());
    }

    public async Task<CampaignHandle?> FindAsync(string slug) =>
        await _services.GetRequiredService<ICampaignDirectory>().FindCampaignAsync(s_demoApp, CampaignEnvironment.Test, slug);

    /// <summary>Waits until no work is left, and takes everything down.</summary>
    public async Task<CampaignRecord> TakeAsync(EngineCluster cluster, string slug, Load load)
    {
        var campaign = await FindAsync(slug) ?? throw new InvalidOperationException($"There is no campaign {slug}.");
        var reader = new CampaignReader(_journal, _services.GetRequiredService<EntryCodec>(), campaign.Id);
        for (var watch = Stopwatch.StartNew(); (await reader.PendingAsync()).Count > 0; await Task.Delay(250))
            Assert.True(watch.Elapsed < s_patience, "Work is left that nobody finishes.");

        Dictionary<string, string> refs = [];
        Dictionary<string, ServedTotals?> views = [];
        foreach (var user in load.Answers.Select(answer => answer.User).Distinct())
        {
            refs[campaign.RefOf(user).ToString()] = user;
            views[user] = await load.Client.GetAsync(cluster.Gateways[0].Address, slug, user);
        }

        var game = CampaignDefinitionReader.Read(Encoding.UTF8.GetBytes(WithDates(Load.Definition))).Definition!.InstantWin!;
        return new CampaignRecord(game, await reader.PoolAsync(), await reader.ParticipantsAsync(), refs, views, load.Answers);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _journal.DisposeAsync();
    }

    /// <summary>The gateway gives a demo campaign its dates; the reader of definitions wants some too.</summary>
    private static string WithDates(string definition) =>
        definition.Replace("\"name\": \"Processes\",", "\"name\": \"Processes\", \"startsAt\": \"2020-01-01T00:00:00Z\", \"endsAt\": \"2120-01-01T00:00:00Z\",", StringComparison.Ordinal);
}
