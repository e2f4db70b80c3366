using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Registry;

/// <summary>
/// Apps, API keys, and which campaigns there are: the one writer of what every process follows. The key is 0.
/// </summary>
[Alias("campaign-engine.registry"), GrainInterfaceType("registry")]
public interface IRegistryGrain : IGrainWithIntegerKey
{
    /// <summary>Repeating it with the same id changes nothing.</summary>
    /// <param name="request">A keyed hash of the request, by which another one with the same id is told from it; 0 when there is none.</param>
    [Alias("CreateApp")]
    Task<RegistryReply> CreateApp(Guid app, string name, UInt128 request = default);

    /// <summary>Says whether the app's keys are let in. Repeating it changes nothing.</summary>
    [Alias("SetAppActive")]
    Task<RegistryReply> SetAppActive(Guid app, bool active);

    /// <summary>Repeating it with the same id or the same hash changes nothing.</summary>
    /// <param name="keyHash">SHA-256 of the whole key; the key itself is kept nowhere.</param>
    /// <param name="note">Null for a key that the engine makes for itself.</param>
    [Alias("AddKey")]
    Task<RegistryReply> AddKey(Guid keyId, Guid app, CampaignEnvironment environment, byte[] keyHash, KeyScopes scopes, KeyNote? note = null);

    /// <summary>For ever. Repeating it changes nothing.</summary>
    [Alias("RevokeKey")]
    Task<RegistryReply> RevokeKey(Guid keyId);

    /// <summary>The campaign that a slug names in an app's environment; makes its id when there is none.</summary>
    /// <returns>An empty id when the app has as many campaigns in the environment as it may have.</returns>
    [Alias("ReserveSlug")]
    Task<Guid> ReserveSlug(Guid app, CampaignEnvironment environment, string slug);

    /// <summary>Tells every process which version of a campaign is in force, and its status: the newest in the campaign's journal.</summary>
    /// <param name="campaignKey">A <see cref="Campaigns.CampaignKey"/>.</param>
    [Alias("Announce")]
    Task Announce(string campaignKey);
}

/// <summary>What a key may be used for. The numbers are stored.</summary>
[Flags]
[GenerateSerializer, Alias("KeyScopes")]
public enum KeyScopes : byte
{
    None = 0,

    /// <summary>Events, batches, reading one participant, leaderboard, verify, redeem, referrals, fairness.</summary>
    Events = 1,

    /// <summary>Everything else in the app; nothing of apps and keys themselves.</summary>
    Manage = 2,
}
