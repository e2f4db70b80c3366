using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Campaigns.Stored;

/// <summary>A change of a campaign, as kept. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("campaign")]
public abstract record StoredCampaignEntry;

/// <param name="Document">The definition as sent, UTF-8 JSON.</param>
[GenerateSerializer, Immutable, Alias("campaign.defined")]
public sealed record CampaignDefined(
    [property: Id(0)] int Version, [property: Id(1)] string Slug, [property: Id(2)] byte[] Document) : StoredCampaignEntry;

/// <summary>Seed and campaign key, sealed by the master key, and their commitment (SHA-256 each).</summary>
[GenerateSerializer, Immutable, Alias("campaign.activated")]
public sealed record CampaignActivated(
    [property: Id(0)] byte[] SealedSeed,
    [property: Id(1)] byte[] SealedCampaignKey,
    [property: Id(2)] byte[] SeedHash,
    [property: Id(3)] byte[] CampaignKeyHash,
    [property: Id(4)] byte[] FrozenMembersHash) : StoredCampaignEntry;

[GenerateSerializer, Immutable, Alias("campaign.status")]
public sealed record CampaignStatusChanged([property: Id(0)] CampaignStatus Status) : StoredCampaignEntry;

/// <summary>The registry has heard of this version and status.</summary>
[GenerateSerializer, Immutable, Alias("campaign.announced")]
public sealed record CampaignChangeAnnounced(
    [property: Id(0)] int Version, [property: Id(1)] CampaignStatus Status) : StoredCampaignEntry;
