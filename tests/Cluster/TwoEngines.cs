using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests;

/// <summary>Two engines over one journal, for the tests of a class: two activations of whatever both are asked for.</summary>
public sealed class TwoEngines : IAsyncLifetime
{
    internal WatchedJournal Watched { get; } = new(new MemoryJournal());

    internal FaultyJournal Journal { get; private set; } = null!;

    internal Engine First { get; private set; } = null!;

    internal Engine Second { get; private set; } = null!;

    /// <summary>A campaign that both engines know of.</summary>
    internal async Task<CampaignId> CampaignAsync(string odds = "1", int quantity = 10, string more = "")
    {
        var campaign = await First.CreateOwnCampaignAsync(Definitions.InstantWin(odds, quantity, more));
        await Second.Directory.RefreshAsync();
        return campaign;
    }

    internal CampaignFaults Faults(CampaignId campaign) => new(Journal, First.Codec, campaign);

    internal CampaignReader Reader(CampaignId campaign) => new(Journal, First.Codec, campaign);

    public async Task InitializeAsync()
    {
        Journal = new FaultyJournal(Watched);
        (First, Second) = (await Engine.StartAsync(Journal), await Engine.StartAsync(Journal));
    }

    public async Task DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}
