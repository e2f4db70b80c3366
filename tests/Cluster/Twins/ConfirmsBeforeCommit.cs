using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Closes a claim as soon as it is answered: should the participant not commit, the unit is given to nobody.</summary>
internal sealed class ConfirmsBeforeCommit : Twin
{
    public override string Definition => Definitions.InstantWin(odds: "1", quantity: 10);

    public override IIncomingGrainCallFilter Filter { get; } = new ConfirmsAtOnce();

    public override async Task PlayAsync(Stage stage)
    {
        stage.Faults.AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await stage.SendAsync("e-1");
    }

    private sealed class ConfirmsAtOnce : ClaimFilter
    {
        protected override Task AfterAwardAsync(IPrizePoolGrain pool, ClaimRequest request, long award) => pool.Confirm([award]);
    }
}
