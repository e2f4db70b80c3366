using System.Collections.Immutable;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>
/// A campaign as its document says it, checked and with the defaults filled in. <see cref="Campaign.Compile"/> makes
/// of it what events are decided with.
/// </summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="StartsAt">The campaign runs from here, inclusive; the offset is the one that was written.</param>
/// <param name="EndsAt">The campaign runs up to here, exclusive; after <paramref name="StartsAt"/>.</param>
/// <param name="TimeZone">IANA id that this system's time zone database knows.</param>
/// <param name="Milestones">As written, not sorted.</param>
/// <param name="InstantWin">Null when the campaign has no such game.</param>
public sealed record CampaignDefinition(
    string Name,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string TimeZone,
    PointsDefinition Points,
    ImmutableArray<Milestone> Milestones,
    InstantWinDefinition? InstantWin)
{
    /// <summary>Null when the campaign has none.</summary>
    public StreakDefinition? Streak { get; init; }

    /// <summary>Null when nobody is rewarded for referring.</summary>
    public ReferralDefinition? Referrals { get; init; }

    /// <summary>Whether codes worth points can be made and redeemed.</summary>
    public bool HasCodes { get; init; }

    public Branding Branding { get; init; } = Branding.None;
}
