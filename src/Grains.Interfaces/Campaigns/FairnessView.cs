using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Campaigns;

/// <summary>What the draws of a campaign can be checked with.</summary>
/// <param name="Mode">Null when the campaign has no instant win.</param>
/// <param name="SeedHash">SHA-256, 32 bytes, as the two after it.</param>
/// <param name="FrozenMembers">Canonical JSON, UTF-8: the bytes that were hashed.</param>
/// <param name="EndedAt">When the end was journalled, or null.</param>
/// <param name="SeedPublishedAt">An hour after the end, or null while there is none.</param>
/// <param name="Seed">32 bytes once it is published, or null.</param>
[GenerateSerializer, Immutable, Alias("FairnessView")]
public sealed record FairnessView(
    [property: Id(0)] Guid Campaign,
    [property: Id(1)] string Slug,
    [property: Id(2)] InstantWinMode? Mode,
    [property: Id(3)] byte[] SeedHash,
    [property: Id(4)] byte[] CampaignKeyHash,
    [property: Id(5)] byte[] FrozenMembersHash,
    [property: Id(6)] byte[] FrozenMembers,
    [property: Id(7)] DateTimeOffset ActivatedAt,
    [property: Id(8)] IReadOnlyList<CampaignVersionView> Versions,
    [property: Id(9)] DateTimeOffset? EndedAt,
    [property: Id(10)] DateTimeOffset? SeedPublishedAt,
    [property: Id(11)] byte[]? Seed,
    [property: Id(12)] IReadOnlyList<RestockView> Restocks);

/// <summary>Units that were added to a tier.</summary>
/// <param name="At">In the mode moments the moments of the units follow from it.</param>
[GenerateSerializer, Immutable, Alias("RestockView")]
public sealed record RestockView([property: Id(0)] string Tier, [property: Id(1)] long Units, [property: Id(2)] DateTimeOffset At);
