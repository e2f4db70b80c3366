using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Registry;

/// <summary>
/// Apps, API keys, and which campaigns there are: the one writer of what every process follows. The key is 0.
/// </summary>
[Alias("campaign-engine.registry"), GrainInterfaceType("registry")]
public interface IRegistryGrain : IGrainWithIntegerKey
{
    /// <summary>Repeating it with the same id changes nothing.</summary>
    [Alias("CreateApp")]
    Task CreateApp(Guid app, string name);

    [Alias("SetAppActive")]
    Task SetAppActive(Guid app, bool active);

    /// <param name="keyHash">SHA-256 of the whole key; the key itself is kept nowhere. Repeating a hash changes nothing.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    [Alias("AddKey")]
    Task AddKey(Guid keyId, Guid app, CampaignEnvironment environment, byte[] keyHash, KeyScopes scopes);

    [Alias("RevokeKey")]
    Task RevokeKey(Guid keyId);

    /// <summary>The campaign that a slug names in an app's environment; makes its id when there is none.</summary>
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
    Events = 1,
    Manage = 2,
}
