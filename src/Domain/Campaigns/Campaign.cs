using System.Collections.Frozen;
using System.Collections.Immutable;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>
/// A definition made ready to decide events with: compiled once for each process and version, immutable, shared by all
/// threads.
/// </summary>
public sealed class Campaign
{
    private readonly LocalCalendar _calendar;

    private Campaign(CampaignId id, string slug, int version, CampaignDefinition definition)
    {
        Id = id;
        Slug = slug;
        Version = version;
        Definition = definition;
        Name = definition.Name;
        StartsAt = definition.StartsAt;
        EndsAt = definition.EndsAt;
        Points = new PointRules(definition.Points);
        TimeZone = definition.TimeZone;
        MaxPointsPerUser = definition.Points.MaxPointsPerUser;
        Milestones = [.. definition.Milestones.OrderBy(milestone => milestone.Points ?? long.MaxValue)];
        Streak = definition.Streak;
        Referrals = definition.Referrals;
        HasCodes = definition.HasCodes;
        Branding = definition.Branding;
        CountedEventTypes = EventTypesOf(definition).ToFrozenSet(StringComparer.Ordinal);
        InstantWin = definition.InstantWin is { } instantWin ? new InstantWin(instantWin) : null;
        _calendar = new LocalCalendar(TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone));
    }

    /// <param name="version">Of the definition, from 1.</param>
    /// <param name="definition">One that <see cref="CampaignDefinitionReader"/> gave.</param>
    /// <exception cref="TimeZoneNotFoundException">
    /// The time zone database of this machine lacks the zone that the one that read the definition had.
    /// </exception>
    public static Campaign Compile(CampaignId id, string slug, int version, CampaignDefinition definition) =>
        new(id, slug, version, definition);

    public CampaignId Id { get; }

    public string Slug { get; }

    /// <summary>Of the definition, from 1.</summary>
    public int Version { get; }

    /// <summary>What this was compiled from.</summary>
    public CampaignDefinition Definition { get; }

    public string Name { get; }

    public DateTimeOffset StartsAt { get; }

    public DateTimeOffset EndsAt { get; }

    /// <summary>IANA id of the zone that <see cref="PeriodsAt"/> answers for.</summary>
    public string TimeZone { get; }

    public PointRules Points { get; }

    /// <summary>All of them hold for what rules and the streak give; empty is unlimited.</summary>
    public ImmutableArray<PointsLimit> MaxPointsPerUser { get; }

    /// <summary>Those with points first, ascending by points, then those that count events, as the definition orders them.</summary>
    public ImmutableArray<Milestone> Milestones { get; }

    /// <summary>Null when the campaign has none.</summary>
    public StreakDefinition? Streak { get; }

    /// <summary>Null when nobody is rewarded for referring.</summary>
    public ReferralDefinition? Referrals { get; }

    /// <summary>Whether codes worth points can be made and redeemed.</summary>
    public bool HasCodes { get; }

    public Branding Branding { get; }

    /// <summary>The types that the definition names anywhere: the events of these are counted for each participant.</summary>
    public FrozenSet<string> CountedEventTypes { get; }

    /// <summary>Null when the campaign has no such game.</summary>
    public InstantWin? InstantWin { get; }

    /// <returns>Whether <paramref name="now"/> is in [<see cref="StartsAt"/>, <see cref="EndsAt"/>).</returns>
    public bool IsOpenAt(DateTimeOffset now) => now >= StartsAt && now < EndsAt;

    /// <summary>The local day, week and month in the campaign's time zone.</summary>
    public LocalPeriods PeriodsAt(DateTimeOffset now) => _calendar.At(now);

    private static IEnumerable<string> EventTypesOf(CampaignDefinition definition) =>
    [
        .. definition.Points.Rules.Select(rule => rule.EventType),
        .. definition.Milestones.Select(milestone => milestone.EventType).OfType<string>(),
        .. definition.Streak?.EventTypes ?? [],
        .. definition.InstantWin?.EventTypes ?? [],
    ];
}
