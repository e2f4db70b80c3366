namespace CampaignEngine.Domain.Stats;

/// <summary>What happened in one hour or day.</summary>
/// <param name="Start">The moment, in UTC, at which the hour or the local day begins.</param>
public readonly record struct SeriesPoint(DateTimeOffset Start, Activity Activity);
