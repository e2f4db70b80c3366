namespace CampaignEngine.Gateway.Stats;

/// <summary>What happened in a campaign, hour by hour or day by day.</summary>
/// <param name="TimeZone">Of the items: UTC for hours, the campaign's for days.</param>
/// <param name="CountedAt">Everything that was recorded before this time is in it.</param>
public sealed record SeriesResponse(
    string Interval, string TimeZone, string CountedAt, IReadOnlyList<SeriesPointResponse> Items);

/// <param name="Start">The moment at which the hour or the local day begins; UTC.</param>
/// <param name="Participants">Who joined.</param>
/// <param name="Events">Recorded events, not corrections.</param>
/// <param name="Points">Given, less what corrections and voided wins took.</param>
/// <param name="Wins">Also those that were taken back later.</param>
public sealed record SeriesPointResponse(string Start, long Participants, long Events, long Points, long Plays, long Wins);
