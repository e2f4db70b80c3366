using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Campaigns;

/// <summary>A campaign as its owner sees it.</summary>
/// <param name="Status">Ended as soon as the end has passed, also while that is not yet journalled.</param>
/// <param name="Version">Of the definition, from 1.</param>
/// <param name="Mode">Of the instant win, or null when there is none.</param>
/// <param name="Definition">The newest version as it was sent, UTF-8 JSON.</param>
[GenerateSerializer, Immutable, Alias("CampaignView")]
public sealed record CampaignView(
    [property: Id(0)] Guid Id,
    [property: Id(1)] string Slug,
    [property: Id(2)] CampaignStatus Status,
    [property: Id(3)] int Version,
    [property: Id(4)] string Name,
    [property: Id(5)] InstantWinMode? Mode,
    [property: Id(6)] DateTimeOffset StartsAt,
    [property: Id(7)] DateTimeOffset EndsAt,
    [property: Id(8)] DateTimeOffset CreatedAt,
    [property: Id(9)] DateTimeOffset? ActivatedAt,
    [property: Id(10)] DateTimeOffset? EndedAt,
    [property: Id(11)] byte[] Definition);

/// <summary>One version of a definition.</summary>
/// <param name="Actor">Who defined it, as in the audit; null when that was not kept.</param>
/// <param name="Definition">As it was sent, UTF-8 JSON; null in lists.</param>
[GenerateSerializer, Immutable, Alias("CampaignVersionView")]
public sealed record CampaignVersionView(
    [property: Id(0)] int Version,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string? Actor,
    [property: Id(3)] byte[]? Definition);
