using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests;

/// <summary>One engine for the tests of a class; each test has campaigns of its own.</summary>
public sealed class OneEngine : IAsyncLifetime
{
    internal WatchedJournal Watched { get; } = new(new MemoryJournal());

    internal FaultyJournal Journal { get; private set; } = null!;

    internal Engine Engine { get; private set; } = null!;

    internal Task<CampaignId> CampaignAsync(string odds = "1", int quantity = 10, string more = "") =>
        Engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds, quantity, more));

    internal CampaignFaults Faults(CampaignId campaign) => new(Journal, Engine.Codec, campaign);

    internal CampaignReader Reader(CampaignId campaign) => new(Journal, Engine.Codec, campaign);

    public async Task InitializeAsync()
    {
        Journal = new FaultyJournal(Watched);
        Engine = await Engine.StartAsync(Journal);
    }

    public async Task DisposeAsync() => await Engine.DisposeAsync();
}
