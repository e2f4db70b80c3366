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

/// <summary>What engines have left in their storage, read by somebody who is none of them.</summary>
internal sealed class Evidence : IAsyncDisposable
{
    private static readonly Guid s_demoApp = new("0199f000-0000-7000-8000-00000000de30");
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly IJournal _journal;
    private readonly ServiceProvider _services;

    private Evidence(IJournal journal, ServiceProvider services) => (_journal, _services) = (journal, services);

    public static async Task<Evidence> OpenAsync(EngineCluster cluster)
    {
        var journal = await AzureTablesJournal.OpenAsync(new AzureTablesJournalOptions
        {
            ConnectionString = cluster.Azurite.ConnectionString,
            TableName = cluster.JournalTable,
        });
        return Of(journal, cluster.MasterKey);
    }

    /// <param name="journal">It is closed with the evidence.</param>
    public static Evidence Of(IJournal journal, byte[] masterKey)
    {
        var services = new ServiceCollection().AddLogging().AddSerializer()
            .AddSingleton(journal)
            .AddSingleton(MasterKey.FromBase64(Convert.ToBase64String(masterKey)))
            .AddCampaignDirectory();
        return new Evidence(journal, services.BuildServiceProvider());
    }

    public async Task<CampaignHandle?> FindAsync(string slug) =>
        await _services.GetRequiredService<ICampaignDirectory>().FindCampaignAsync(s_demoApp, CampaignEnvironment.Test, slug);

    /// <summary>Waits until no work is left, and takes everything down.</summary>
    public async Task<CampaignRecord> TakeAsync(EngineCluster cluster, string slug, Load load)
    {
        for (var watch = Stopwatch.StartNew(); (await PendingAsync(slug)).Count > 0; await Task.Delay(250))
            Assert.True(watch.Elapsed < s_patience, "Work is left that nobody finishes.");

        Dictionary<string, ServedTotals?> views = [];
        foreach (var user in load.Answers.Select(answer => answer.User).Distinct())
            views[user] = await load.Client.GetAsync(cluster.Gateways[0].Address, slug, user);
        return await TakeAsync(slug, WithDates(Load.Definition), views, load.Answers);
    }

    /// <param name="views">What was served last, by user.</param>
    public async Task<CampaignRecord> TakeAsync(
        string slug, string definition, IReadOnlyDictionary<string, ServedTotals?> views, IReadOnlyList<SeenAnswer> answers)
    {
        var campaign = await FindAsync(slug) ?? throw new InvalidOperationException($"There is no campaign {slug}.");
        var reader = Reader(campaign);
        var read = CampaignDefinitionReader.Read(Encoding.UTF8.GetBytes(definition)).Definition!;
        var refs = views.Keys.ToDictionary(user => campaign.RefOf(user).ToString());
        var participants = await reader.ParticipantsAsync();
        return new CampaignRecord(read.InstantWin!, await reader.PoolAsync(), participants, refs, views, answers)
        {
            Points = read.Points,
            BrokenChains = await reader.BrokenChainsAsync(participants.Select(participant => participant.Ref)),
        };
    }

    /// <summary>The kinds of streams with work that is not finished.</summary>
    public async Task<IReadOnlyList<StreamKind>> PendingAsync(string slug) =>
        await FindAsync(slug) is { } campaign ? await Reader(campaign).PendingAsync() : [];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_journal is IAsyncDisposable open)
            await open.DisposeAsync();
    }

    private CampaignReader Reader(CampaignHandle campaign) => new(_journal, _services.GetRequiredService<EntryCodec>(), campaign.Id);

    /// <summary>The gateway gives a demo campaign its dates; the reader of definitions wants some too.</summary>
    private static string WithDates(string definition) =>
        definition.Replace("\"name\": \"Processes\",", "\"name\": \"Processes\", \"startsAt\": \"2020-01-01T00:00:00Z\", \"endsAt\": \"2120-01-01T00:00:00Z\",", StringComparison.Ordinal);
}
