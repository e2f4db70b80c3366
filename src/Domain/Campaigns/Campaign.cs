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
        Milestones = [.. definition.Milestones.OrderBy(milestone => milestone.Points ?? long.MaxValue)];
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

    public PointRules Points { get; }

    /// <summary>Those of points first, ascending; then those of counts, in the order of the definition.</summary>
    public ImmutableArray<Milestone> Milestones { get; }

    /// <summary>Null when the campaign has no such game.</summary>
    public InstantWin? InstantWin { get; }

    /// <returns>Whether <paramref name="now"/> is in [<see cref="StartsAt"/>, <see cref="EndsAt"/>).</returns>
    public bool IsOpenAt(DateTimeOffset now) => now >= StartsAt && now < EndsAt;

    /// <summary>The local day, week and month in the campaign's time zone.</summary>
    public LocalPeriods PeriodsAt(DateTimeOffset now) => _calendar.At(now);
}
