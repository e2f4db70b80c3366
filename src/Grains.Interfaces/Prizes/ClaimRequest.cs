namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>The claim of a participant's nth play. Its id is (participant, play).</summary>
/// <param name="Participant">The participantRef.</param>
/// <param name="Tier">Index of the tier that the draw hit; null where the pool says which (deck, moments).</param>
/// <param name="LastAward">The award of the participant's last committed win, which this closes; 0 when there is none.</param>
/// <param name="LastReleased">The award that the participant gave back last; 0 when there is none.</param>
/// <param name="IsEligible">False for a play that takes its card of the deck but may not win (wins per user, excluded).</param>
/// <param name="Now">When the event is recorded; moments that have come by then may be won.</param>
/// <param name="Day">The local day of <paramref name="Now"/>, as <c>LocalPeriods</c> counts them, for limits per day.</param>
[GenerateSerializer, Immutable, Alias("ClaimRequest")]
public readonly record struct ClaimRequest(
    [property: Id(0)] UInt128 Participant,
    [property: Id(1)] long Play,
    [property: Id(2)] int? Tier,
    [property: Id(3)] long LastAward,
    [property: Id(4)] long LastReleased,
    [property: Id(5)] bool IsEligible = true,
    [property: Id(6)] DateTimeOffset Now = default,
    [property: Id(7)] int Day = 0);
