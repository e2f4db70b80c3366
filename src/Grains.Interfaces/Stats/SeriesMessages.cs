using CampaignEngine.Domain.Stats;

namespace CampaignEngine.Grains.Interfaces.Stats;

/// <param name="To">Excluded; at most <see cref="Series.MaxLength"/> after the beginning.</param>
/// <param name="TimeZone">IANA id of the zone whose days are meant.</param>
[GenerateSerializer, Immutable, Alias("SeriesQuery")]
public sealed record SeriesQuery(
    [property: Id(0)] SeriesInterval Interval,
    [property: Id(1)] DateTimeOffset From,
    [property: Id(2)] DateTimeOffset To,
    [property: Id(3)] string TimeZone);

/// <param name="CountedAt">Everything that was recorded before this time is in it.</param>
/// <param name="Points">In order, and without a gap.</param>
[GenerateSerializer, Immutable, Alias("SeriesView")]
public sealed record SeriesView(
    [property: Id(0)] DateTimeOffset CountedAt,
    [property: Id(1)] IReadOnlyList<SeriesPointView> Points);

/// <param name="Start">The hour in UTC, or the local day.</param>
[GenerateSerializer, Immutable, Alias("SeriesPointView")]
public readonly record struct SeriesPointView(
    [property: Id(0)] DateTime Start,
    [property: Id(1)] long Participants,
    [property: Id(2)] long Events,
    [property: Id(3)] long Points,
    [property: Id(4)] long Plays,
    [property: Id(5)] long Wins);
