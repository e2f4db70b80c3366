using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Audits;
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

    public IEnumerable<RegisteredKey> KeysOf(Guid app) => KeysByHash.Values.Where(key => key.App == app);

    /// <param name="at">The entry's time.</param>
    public RegistryState Apply(StoredRegistryEntry entry, DateTimeOffset at) => entry switch
    {
        AppCreated app => this with
        {
            Apps = Apps.Add(app.App, new RegisteredApp(app.App, app.Name, IsActive: true, at, ChangedAt: at, app.Request)),
        },
        AppActivityChanged app => this with
        {
            Apps = Apps.SetItem(app.App, Apps[app.App] with { IsActive = app.IsActive, ChangedAt = at }),
        },
        KeyAdded key => this with
        {
            KeysByHash = KeysByHash.Add(
                KeyHash.Of(key.KeyHash),
                new RegisteredKey(
                    key.KeyId, key.App, key.Environment, key.Scopes, key.Label, key.CreatedBy ?? AuditActor.Engine, at, RevokedAt: null, key.Request)),
        },
        KeyRevoked revoked => Revoke(revoked.KeyId, at),
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

    private RegistryState Revoke(Guid keyId, DateTimeOffset at)
    {
        var (hash, key) = KeysByHash.First(pair => pair.Value.KeyId == keyId);
        return this with { KeysByHash = KeysByHash.SetItem(hash, key with { RevokedAt = at }) };
    }
}

/// <param name="ChangedAt">When it was created, suspended or resumed last.</param>
/// <param name="Request">Of the request that created it; 0 when there was none.</param>
public sealed record RegisteredApp(
    Guid Id, string Name, bool IsActive, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, UInt128 Request);

/// <param name="CreatedBy">As an audit's actor.</param>
/// <param name="Request">Of the request that made it; 0 when there was none.</param>
public sealed record RegisteredKey(
    Guid KeyId, Guid App, CampaignEnvironment Environment, KeyScopes Scopes, string? Label, string CreatedBy,
    DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt, UInt128 Request)
{
    public bool IsRevoked => RevokedAt is not null;
}

public sealed record RegisteredCampaign(int Version, CampaignStatus Status)
{
    /// <summary>Null when it was not told.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Whether its end has come without being journalled yet.</summary>
    public bool IsEndDue(DateTimeOffset now) => Status is CampaignStatus.Active or CampaignStatus.Paused && EndsAt <= now;
}
