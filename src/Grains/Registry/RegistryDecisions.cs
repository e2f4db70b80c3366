using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry.Stored;

namespace CampaignEngine.Grains.Registry;

/// <summary>
/// Decides changes of apps and keys. The registry does, and before it whoever must know what would be refused before
/// the action is recorded.
/// </summary>
public static class RegistryDecisions
{
    public const int MaxApps = 1_000;

    /// <summary>Keys of one app, of both environments, that are not revoked.</summary>
    public const int MaxKeysOfApp = 100;

    /// <summary>Campaigns of one app in one environment; every process knows them all.</summary>
    public const int MaxCampaigns = 1_000;

    /// <summary>Whether the app may have one more campaign in the environment.</summary>
    public static bool HasRoom(RegistryState state, Guid app, CampaignEnvironment environment) =>
        state.Slugs.Keys.Count(slug => slug.App == app && slug.Environment == environment) < MaxCampaigns;

    public static RegistryDecision CreateApp(RegistryState state, Guid app, string name, UInt128 request)
    {
        if (state.Apps.TryGetValue(app, out var known))
            return Repeat(known.Request, request, known.CreatedAt);
        // Ids are derived from idempotency keys, and one of those names one request.
        if (state.FindKey(app) is not null)
            return RegistryDecision.Refuse(RegistryStatus.IdReused);
        return state.Apps.Count < MaxApps
            ? RegistryDecision.Keep(new AppCreated(app, name) { Request = request })
            : RegistryDecision.Refuse(RegistryStatus.TooManyApps);
    }

    public static RegistryDecision SetAppActive(RegistryState state, Guid app, bool active) => state.Apps.GetValueOrDefault(app) switch
    {
        null => RegistryDecision.Refuse(RegistryStatus.AppNotFound),
        var known when known.IsActive == active => RegistryDecision.IsSo(known.ChangedAt),
        _ => RegistryDecision.Keep(new AppActivityChanged(app, active)),
    };

    public static RegistryDecision AddKey(
        RegistryState state, Guid keyId, Guid app, CampaignEnvironment environment, byte[] keyHash, KeyScopes scopes, KeyNote? note)
    {
        if (!state.Apps.ContainsKey(app))
            return RegistryDecision.Refuse(RegistryStatus.AppNotFound);
        if ((state.FindKey(keyId) ?? state.KeysByHash.GetValueOrDefault(KeyHash.Of(keyHash))) is { } known)
            return Repeat(known.Request, note?.Request ?? default, known.CreatedAt);
        if (state.Apps.ContainsKey(keyId))
            return RegistryDecision.Refuse(RegistryStatus.IdReused);
        if (state.KeysOf(app).Count(key => !key.IsRevoked) >= MaxKeysOfApp)
            return RegistryDecision.Refuse(RegistryStatus.TooManyKeys);
        return RegistryDecision.Keep(new KeyAdded(keyId, app, environment, keyHash, scopes)
        {
            Label = note?.Label,
            CreatedBy = note?.CreatedBy,
            Request = note?.Request ?? default,
        });
    }

    public static RegistryDecision RevokeKey(RegistryState state, Guid keyId) => state.FindKey(keyId) switch
    {
        null => RegistryDecision.Refuse(RegistryStatus.KeyNotFound),
        { RevokedAt: { } since } => RegistryDecision.IsSo(since),
        _ => RegistryDecision.Keep(new KeyRevoked(keyId)),
    };

    private static RegistryDecision Repeat(UInt128 known, UInt128 request, DateTimeOffset since) =>
        known == request ? RegistryDecision.IsSo(since) : RegistryDecision.Refuse(RegistryStatus.IdReused);
}
