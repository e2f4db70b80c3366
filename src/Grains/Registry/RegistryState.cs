using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry.Stored;

namespace CampaignEngine.Grains.Registry;

/// <summary>
/// What the registry's entries add up to; immutable, so that a process swaps it whole.
/// </summary>
public sealed record RegistryState
{
    public static readonly RegistryState Empty = new();

    public ImmutableDictionary<Guid, RegisteredApp> Apps { get; init; } = ImmutableDictionary<Guid, RegisteredApp>.Empty;

    public ImmutableDictionary<KeyHash, RegisteredKey> KeysByHash { get; init; } = ImmutableDictionary<KeyHash, RegisteredKey>.Empty;

    public ImmutableDictionary<(Guid App, CampaignEnvironment Environment, string Slug), CampaignId> Slugs { get; init; } =
        ImmutableDictionary<(Guid, CampaignEnvironment, string), CampaignId>.Empty;

    public ImmutableDictionary<CampaignId, RegisteredCampaign> Campaigns { get; init; } =
        ImmutableDictionary<CampaignId, RegisteredCampaign>.Empty;

    public RegisteredKey? FindKey(Guid keyId) => KeysByHash.Values.FirstOrDefault(key => key.KeyId == keyId);

    /// <summary>The slugs of an app's environment after a slug, in ordinal order.</summary>
    public IEnumerable<(string Slug, CampaignId Campaign)> SlugsOf(Guid app, CampaignEnvironment environment, string? after) => Slugs
        .Where(slug => slug.Key.App == app && slug.Key.Environment == environment && string.CompareOrdinal(slug.Key.Slug, after) > 0)
        .Select(slug => (slug.Key.Slug, slug.Value))
        .OrderBy(slug => slug.Slug, StringComparer.Ordinal);

    public RegistryState Apply(StoredRegistryEntry entry) => entry switch
    {
        AppCreated app => this with { Apps = Apps.Add(app.App, new RegisteredApp(app.Name, IsActive: true)) },
        AppActivityChanged app => this with
        {
            Apps = Apps.SetItem(app.App, Apps[app.App] with { IsActive = app.IsActive }),
        },
        KeyAdded key => this with
        {
            KeysByHash = KeysByHash.Add(
                KeyHash.Of(key.KeyHash),
                new RegisteredKey(key.KeyId, key.App, key.Environment, key.Scopes, IsRevoked: false)),
        },
        KeyRevoked revoked => Revoke(revoked.KeyId),
        SlugReserved slug => this with
        {
            Slugs = Slugs.Add((slug.App, slug.Environment, slug.Slug), new CampaignId(slug.App, slug.Environment, slug.Campaign)),
        },
        CampaignAnnounced campaign => this with
        {
            Slugs = campaign.FreesSlug ? Slugs.RemoveRange(Slugs.Where(slug => slug.Value.Value == campaign.Campaign).Select(slug => slug.Key)) : Slugs,
            Campaigns = Campaigns.SetItem(
                new CampaignId(campaign.App, campaign.Environment, campaign.Campaign),
                new RegisteredCampaign(campaign.Version, campaign.Status) { EndsAt = campaign.EndsAt }),
        },
        _ => throw new InvalidOperationException($"The registry cannot fold {entry.GetType().Name}."),
    };

    private RegistryState Revoke(Guid keyId)
    {
        var (hash, key) = KeysByHash.First(pair => pair.Value.KeyId == keyId);
        return this with { KeysByHash = KeysByHash.SetItem(hash, key with { IsRevoked = true }) };
    }
}

public sealed record RegisteredApp(string Name, bool IsActive);

public sealed record RegisteredKey(Guid KeyId, Guid App, CampaignEnvironment Environment, KeyScopes Scopes, bool IsRevoked);

public sealed record RegisteredCampaign(int Version, CampaignStatus Status)
{
    /// <summary>Null when it was not told.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Whether its end has come without being journalled yet.</summary>
    public bool IsEndDue(DateTimeOffset now) => Status is CampaignStatus.Active or CampaignStatus.Paused && EndsAt <= now;
}
