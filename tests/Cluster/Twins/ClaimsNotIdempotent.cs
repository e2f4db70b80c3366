using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>
/// A claim that comes again gets another award, in place of the first: whoever asked first keeps one that is void.
/// </summary>
internal sealed class ClaimsNotIdempotent : Twin
{
    public override string Definition => Definitions.InstantWin(odds: "1", quantity: 10);

    public override IIncomingGrainCallFilter Filter { get; } = new DecidesAnew();

    public override async Task PlayAsync(Stage stage)
    {
        var first = stage.Engine;
        var second = await stage.AddEngineAsync();
        var firstGate = stage.Faults.StopBeforeNext<StoredEvent>();
        var firstAnswer = stage.SendAsync(first, "e-1");
        await firstGate.Reached;
        var secondGate = stage.Faults.StopBeforeNext<StoredEvent>();
        var secondAnswer = stage.SendAsync(second, "e-1");
        await secondGate.Reached;
        firstGate.Open();
        await firstAnswer;
        secondGate.Open();
        await secondAnswer;
    }

    private sealed class DecidesAnew : AwardsByPlay
    {
        protected override ClaimRequest Change(ClaimRequest request) => AwardOf(request.Participant, request.Play) is not 0 and var award
            ? request with { LastReleased = award }
            : request;
    }
}
