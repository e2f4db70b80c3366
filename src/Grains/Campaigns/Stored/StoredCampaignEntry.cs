using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Campaigns.Stored;

/// <summary>A change of a campaign, as kept. Aliases and ids are stored: they only grow. What has its default is left out.</summary>
[GenerateSerializer, Immutable, Alias("campaign")]
public abstract record StoredCampaignEntry;

/// <param name="Document">The definition as sent, UTF-8 JSON.</param>
/// <param name="Actor">Who defined it, as in the audit; null in entries from before it was kept.</param>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("campaign.defined")]
public sealed record CampaignDefined(
    [property: Id(0)] int Version, [property: Id(1)] string Slug, [property: Id(2)] byte[] Document,
    [property: Id(3)] string? Actor = null) : StoredCampaignEntry;

/// <summary>Seed and campaign key, sealed by the master key, and their commitment (SHA-256 each).</summary>
/// <param name="FrozenMembers">
/// The canonical bytes that were hashed, so that the commitment holds whatever form later releases write; null in entries
/// from before they were kept.
/// </param>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("campaign.activated")]
public sealed record CampaignActivated(
    [property: Id(0)] byte[] SealedSeed,
    [property: Id(1)] byte[] SealedCampaignKey,
    [property: Id(2)] byte[] SeedHash,
    [property: Id(3)] byte[] CampaignKeyHash,
    [property: Id(4)] byte[] FrozenMembersHash,
    [property: Id(5)] byte[]? FrozenMembers = null) : StoredCampaignEntry;

[GenerateSerializer, Immutable, Alias("campaign.status")]
public sealed record CampaignStatusChanged([property: Id(0)] CampaignStatus Status) : StoredCampaignEntry;

/// <summary>The registry has heard of this version and status.</summary>
[GenerateSerializer, Immutable, Alias("campaign.announced")]
public sealed record CampaignChangeAnnounced(
    [property: Id(0)] int Version, [property: Id(1)] CampaignStatus Status) : StoredCampaignEntry;

/// <summary>Nobody sees the campaign any more but for its fairness document and its audit.</summary>
/// <param name="Restocks">What the fairness document needs of the prize pool, which is removed.</param>
[GenerateSerializer, Immutable, Alias("campaign.deleted")]
public sealed record CampaignDeleted([property: Id(0)] KeptRestock[] Restocks) : StoredCampaignEntry;

[GenerateSerializer, Immutable, Alias("campaign.kept-restock")]
public sealed record KeptRestock([property: Id(0)] string Tier, [property: Id(1)] long Units, [property: Id(2)] DateTimeOffset At);

/// <summary>The streams of a deleted campaign's participants, pool and codes are gone from the journal.</summary>
[GenerateSerializer, Immutable, Alias("campaign.data-removed")]
public sealed record CampaignDataRemoved : StoredCampaignEntry;

/// <summary>From here on anybody may know the seed.</summary>
[GenerateSerializer, Immutable, Alias("campaign.seed-published")]
public sealed record CampaignSeedPublished : StoredCampaignEntry;
