namespace CampaignEngine.Domain.Leaderboards;

/// <summary>
/// A place in the order of a leaderboard: points descending, then who reached them first, then the user id by its UTF-16
/// units. No two participants share one, for a campaign has a user id once.
/// </summary>
public readonly record struct BoardPosition(long Points, DateTimeOffset ReachedAt, string UserId) : IComparable<BoardPosition>
{
    /// <returns>Below 0 when this one comes first.</returns>
    public int CompareTo(BoardPosition other)
    {
        if (Points != other.Points)
            return Points > other.Points ? -1 : 1;
        var byTime = ReachedAt.CompareTo(other.ReachedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(UserId, other.UserId);
    }

    public static bool operator <(BoardPosition left, BoardPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(BoardPosition left, BoardPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(BoardPosition left, BoardPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BoardPosition left, BoardPosition right) => left.CompareTo(right) >= 0;
}
