namespace CampaignEngine.Domain.Stats;

/// <summary>What happened in one hour or day.</summary>
/// <param name="Start">Its hour or local day; in UTC, whatever the zone of the day is.</param>
public readonly record struct SeriesPoint(DateTime Start, Activity Activity);
