namespace CampaignEngine.Grains.Interfaces.Registry;

/// <summary>Where a key comes from.</summary>
/// <param name="Label">What people call it, or null.</param>
/// <param name="CreatedBy">As an audit's actor.</param>
/// <param name="Request">A keyed hash of the request, by which another one with the same id is told from it.</param>
[GenerateSerializer, Immutable, Alias("KeyNote")]
public sealed record KeyNote(
    [property: Id(0)] string? Label, [property: Id(1)] string CreatedBy, [property: Id(2)] UInt128 Request);
