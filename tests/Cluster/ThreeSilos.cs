using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests;

/// <summary>One engine of three silos for the tests of a class: grains are spread over them, and so are the calls.</summary>
public sealed class ThreeSilos : IAsyncLifetime
{
    internal FaultyJournal Journal { get; } = new(new MemoryJournal());

    internal Engine Engine { get; private set; } = null!;

    internal CampaignReader Reader(CampaignId campaign) => new(Journal, Engine.Codec, campaign);

    internal CampaignFaults Faults(CampaignId campaign) => new(Journal, Engine.Codec, campaign);

    /// <summary>A campaign that all silos know of: they are asked through whichever has the participant.</summary>
    internal async Task<CampaignId> CampaignAsync(string odds = "1", int quantity = 10)
    {
        var campaign = await Engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds, quantity));
        await Engine.RefreshAllAsync();
        return campaign;
    }

    public async Task InitializeAsync() => Engine = await Engine.StartAsync(Journal, silos: 3);

    public async Task DisposeAsync() => await Engine.DisposeAsync();
}
