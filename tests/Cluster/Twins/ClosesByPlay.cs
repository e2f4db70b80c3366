using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>
/// A claim closes what is open for the play before it, whatever award that play was committed with: one that was
/// committed without any, because its participant was excluded meanwhile, closes a unit that nobody has.
/// </summary>
internal sealed class ClosesByPlay : Twin
{
    public override string Definition => Definitions.InstantWin(odds: "1", quantity: 10);

    public override IIncomingGrainCallFilter Filter { get; } = new ClosesThePlayBefore();

    public override async Task PlayAsync(Stage stage)
    {
        await stage.SendAsync("e-1");
        stage.Faults.AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await stage.SendAsync("e-2");
        await ExcludeAsync(stage, isExcluded: true);
        await stage.SendAsync("e-3");
        await ExcludeAsync(stage, isExcluded: false);
        await stage.SendAsync("e-4");
    }

    private static async Task ExcludeAsync(Stage stage, bool isExcluded)
    {
        var ann = await stage.Engine.ParticipantAsync(stage.Campaign, "ann");
        Assert.Equal(
            CorrectionStatus.Done, await ann.ChangeExclusion(new ChangeExclusionRequest(isExcluded, "Because", "key-1", TestClock: null)));
    }

    private sealed class ClosesThePlayBefore : AwardsByPlay
    {
        protected override ClaimRequest Change(ClaimRequest request) =>
            request with { LastAward = AwardOf(request.Participant, request.Play - 1) };
    }
}
