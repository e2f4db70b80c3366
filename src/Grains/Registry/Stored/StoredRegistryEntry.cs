using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Grains.Registry.Stored;

/// <summary>A change of the registry, as kept. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("registry")]
public abstract record StoredRegistryEntry;

// Members that came later are left out when nobody gave them, so that the bytes without them stay what they were.
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("registry.app-created")]
public sealed record AppCreated([property: Id(0)] Guid App, [property: Id(1)] string Name) : StoredRegistryEntry
{
    [Id(2)]
    public UInt128 Request { get; init; }
}

[GenerateSerializer, Immutable, Alias("registry.app-activity")]
public sealed record AppActivityChanged([property: Id(0)] Guid App, [property: Id(1)] bool IsActive) : StoredRegistryEntry;

[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("registry.key-added")]
public sealed record KeyAdded(
    [property: Id(0)] Guid KeyId,
    [property: Id(1)] Guid App,
    [property: Id(2)] CampaignEnvironment Environment,
    [property: Id(3)] byte[] KeyHash,
    [property: Id(4)] KeyScopes Scopes) : StoredRegistryEntry
{
    [Id(5)]
    public string? Label { get; init; }

    /// <summary>Null for the engine itself.</summary>
    [Id(6)]
    public string? CreatedBy { get; init; }

    [Id(7)]
    public UInt128 Request { get; init; }
}

[GenerateSerializer, Immutable, Alias("registry.key-revoked")]
public sealed record KeyRevoked([property: Id(0)] Guid KeyId) : StoredRegistryEntry;

[GenerateSerializer, Immutable, Alias("registry.slug-reserved")]
public sealed record SlugReserved(
    [property: Id(0)] Guid App,
    [property: Id(1)] CampaignEnvironment Environment,
    [property: Id(2)] Guid Campaign,
    [property: Id(3)] string Slug) : StoredRegistryEntry;

/// <param name="EndsAt">When it is to end; null in entries from before this was told.</param>
/// <param name="FreesSlug">It was deleted as a draft, so that another may have its slug.</param>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("registry.campaign-announced")]
public sealed record CampaignAnnounced(
    [property: Id(0)] Guid App,
    [property: Id(1)] CampaignEnvironment Environment,
    [property: Id(2)] Guid Campaign,
    [property: Id(3)] int Version,
    [property: Id(4)] CampaignStatus Status,
    [property: Id(5)] DateTimeOffset? EndsAt = null,
    [property: Id(6)] bool FreesSlug = false) : StoredRegistryEntry;
