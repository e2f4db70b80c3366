namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>The claim of a participant's nth play. Its id is (participant, play).</summary>
/// <param name="Participant">The participantRef.</param>
/// <param name="Tier">Index of the tier that the draw hit.</param>
/// <param name="LastAward">The award of the participant's last committed win, which this closes; 0 when there is none.</param>
/// <param name="LastReleased">The award that the participant gave back last; 0 when there is none.</param>
[GenerateSerializer, Immutable, Alias("ClaimRequest")]
public readonly record struct ClaimRequest(
    [property: Id(0)] UInt128 Participant,
    [property: Id(1)] long Play,
    [property: Id(2)] int Tier,
    [property: Id(3)] long LastAward,
    [property: Id(4)] long LastReleased);
