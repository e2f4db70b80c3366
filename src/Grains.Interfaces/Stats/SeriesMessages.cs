using CampaignEngine.Domain.Stats;

namespace CampaignEngine.Grains.Interfaces.Stats;

/// <param name="From">Null: <see cref="Series.UsualLength"/> before the end.</param>
/// <param name="To">Excluded. Null: the end of the newest time in which something happened.</param>
/// <param name="TimeZone">IANA id of the zone whose days are meant.</param>
[GenerateSerializer, Immutable, Alias("SeriesQuery")]
public sealed record SeriesQuery(
    [property: Id(0)] SeriesInterval Interval,
    [property: Id(1)] DateTimeOffset? From,
    [property: Id(2)] DateTimeOffset? To,
    [property: Id(3)] string TimeZone);

/// <param name="Series">Only when it is shown.</param>
[GenerateSerializer, Immutable, Alias("SeriesReply")]
public sealed record SeriesReply([property: Id(0)] SeriesStatus Status, [property: Id(1)] SeriesView? Series = null);

[GenerateSerializer, Alias("SeriesStatus")]
public enum SeriesStatus : byte
{
    Shown = 1,

    /// <summary>The entries are counted for the first time.</summary>
    Counting = 2,

    /// <summary>From the beginning to the end there are more than <see cref="Domain.Stats.Series.MaxPoints"/> points.</summary>
    TooLong = 3,
}

/// <param name="CountedAt">Everything that was recorded before this time is in it.</param>
/// <param name="Points">In order, and without a gap.</param>
[GenerateSerializer, Immutable, Alias("SeriesView")]
public sealed record SeriesView(
    [property: Id(0)] DateTimeOffset CountedAt,
    [property: Id(1)] IReadOnlyList<SeriesPointView> Points);

/// <param name="Start">The moment at which the hour or local day begins; UTC.</param>
/// <param name="Points">2^63−1 when it is more, −2^63 when it is less.</param>
[GenerateSerializer, Immutable, Alias("SeriesPointView")]
public readonly record struct SeriesPointView(
    [property: Id(0)] DateTimeOffset Start,
    [property: Id(1)] long Participants,
    [property: Id(2)] long Events,
    [property: Id(3)] long Points,
    [property: Id(4)] long Plays,
    [property: Id(5)] long Wins);
