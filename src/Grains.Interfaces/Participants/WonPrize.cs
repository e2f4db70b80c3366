namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>A win as its winner's entry has it.</summary>
/// <param name="UserId">The winner; empty when they were erased since.</param>
[GenerateSerializer, Immutable, Alias("WonPrize")]
public sealed record WonPrize(
    [property: Id(0)] string UserId,
    [property: Id(1)] string WinCode,
    [property: Id(2)] DateTimeOffset WonAt);
