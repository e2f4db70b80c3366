using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Grains.Registry;

/// <summary>
/// What this process knows of apps, keys and campaigns: a copy of the registry, at most one second behind. When it
/// cannot be that fresh, it does not answer.
/// </summary>
public interface ICampaignDirectory
{
    /// <summary>What an API key stands for, or null when there is no such key. Revoked keys are found, and say so.</summary>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read within the second.</exception>
    ValueTask<KeyGrant?> FindKeyAsync(string apiKey, CancellationToken cancellationToken = default);

    /// <summary>The campaign that a slug names in an app's environment, or null when there is none.</summary>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read within the second.</exception>
    ValueTask<CampaignHandle?> FindCampaignAsync(
        Guid app, CampaignEnvironment environment, string slug, CancellationToken cancellationToken = default);

    /// <summary>A campaign by its id, compiled, or null when there is none.</summary>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read within the second.</exception>
    ValueTask<CampaignHandle?> FindCampaignAsync(CampaignId campaign, CancellationToken cancellationToken = default);

    /// <summary>
    /// What a slug names in an app's environment, also what only its owner sees, or null. For management: reads the
    /// registry's news first, so that a caller finds what it has just made.
    /// </summary>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read.</exception>
    ValueTask<CampaignId?> FindIdAsync(Guid app, CampaignEnvironment environment, string slug, CancellationToken cancellationToken = default);

    /// <summary>The campaigns of an app's environment in the order of their slugs. For management, as <see cref="FindIdAsync"/>.</summary>
    /// <param name="after">The slug after which to go on, or null for the first.</param>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read.</exception>
    ValueTask<IReadOnlyList<CampaignHandle>> ListAsync(
        Guid app, CampaignEnvironment environment, string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Campaigns whose end has come without being journalled yet.</summary>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read within the second.</exception>
    ValueTask<IReadOnlyList<CampaignId>> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Every scope that may hold streams: one for each campaign, also one that was deleted.</summary>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read within the second.</exception>
    ValueTask<IReadOnlyList<CampaignId>> ListCampaignsAsync(CancellationToken cancellationToken = default);

    /// <summary>Everything in the registry, read now: for what must not be a second behind.</summary>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read.</exception>
    ValueTask<RegistryState> ReadNewestAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the registry's news now.</summary>
    Task RefreshAsync();
}

/// <summary>What an API key stands for.</summary>
public sealed record KeyGrant(
    Guid KeyId, Guid App, CampaignEnvironment Environment, KeyScopes Scopes, bool IsRevoked, bool IsAppActive);

/// <summary>The registry could not be read within the second that old knowledge is good for; try again.</summary>
public sealed class DirectoryUnavailableException(Exception? inner = null)
    : Exception("The registry of campaigns and keys cannot be read at the moment.", inner);
