using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Leaderboards;

/// <summary>
/// The participants of one campaign in order, up to some millions, with what they come to together. Not thread safe. What
/// comes twice, or late, changes nothing: the newest version of a participant counts.
/// </summary>
public sealed class Leaderboard
{
    private readonly ScoreRows _rows = new();
    private readonly ScoreIndex _index;
    private readonly ScoreTree _order;
    private Int128 _points;
    private BoardTotals _totals;

    public Leaderboard() => (_index, _order) = (new ScoreIndex(_rows), new ScoreTree(_rows));

    public BoardTotals Totals => _totals with
    {
        Participants = _order.Count,
        Points = _points > long.MaxValue ? long.MaxValue : (long)_points,
    };

    /// <summary>Takes a score unless a newer one of the participant is known; a score without a user id takes the participant off.</summary>
    /// <returns>Whether it was news.</returns>
    public bool Apply(in Score score)
    {
        var slot = _index.Find(score.Participant.Value);
        if (slot < 0)
        {
            slot = _rows.Add();
            _rows[slot] = new ScoreRow { Participant = score.Participant.Value, UserId = "", DisplayName = "" };
            _index.Add(slot);
        }

        ref var row = ref _rows[slot];
        if (score.Version <= row.Version)
            return false;
        var (wasShown, isShown) = (IsShown(row), score.UserId.Length > 0);
        var stays = wasShown && isShown && score.Position == ScoreTree.PositionOf(row);
        if (wasShown)
            Count(row, -1);
        if (wasShown && !stays)
            _order.Remove(slot);
        Set(ref row, score);
        if (isShown && !stays)
            _order.Add(slot);
        if (isShown)
            Count(row, 1);
        return true;
    }

    /// <summary>The version of a participant that is known, or 0; also of one whose person was erased.</summary>
    public long VersionOf(ParticipantRef participant) =>
        _index.Find(participant.Value) is var slot and >= 0 ? _rows[slot].Version : 0;

    /// <summary>The rank, from 1, that a participant has with what is newest of them: one more than others who come before.</summary>
    public long RankAt(ParticipantRef participant, BoardPosition own)
    {
        var before = _order.CountBefore(own);
        var slot = _index.Find(participant.Value);
        return slot >= 0 && IsShown(_rows[slot]) && ScoreTree.PositionOf(_rows[slot]) < own ? before : before + 1;
    }

    /// <param name="after">Where the page before ended; null for the top.</param>
    public Standings Page(BoardPosition? after, int limit)
    {
        if (after is not { } position)
            return At(0, limit);
        var skip = _order.CountBefore(position);
        // Who stands there is on the page before.
        var isTaken = _order.Take(skip, 1) is [var slot] && ScoreTree.PositionOf(_rows[slot]) == position;
        return At(isTaken ? skip + 1 : skip, limit);
    }

    /// <summary>A participant in the middle of others, as far as there are some on both sides; null when they are not on the board.</summary>
    public Standings? Around(ParticipantRef participant, int limit)
    {
        var slot = _index.Find(participant.Value);
        if (slot < 0 || !IsShown(_rows[slot]))
            return null;
        var place = _order.CountBefore(ScoreTree.PositionOf(_rows[slot]));
        return At(Math.Max(0, Math.Min(place - limit / 2, _order.Count - limit)), limit);
    }

    private Standings At(int skip, int limit) => new(
        skip + 1, _order.Take(skip, limit).ConvertAll(slot => Get(_rows[slot])), HasMore: _order.Count - skip > limit);

    private static bool IsShown(in ScoreRow row) => row.UserId.Length > 0;

    private static Score Get(in ScoreRow row) => new(
        new ParticipantRef(row.Participant), row.Version, row.Points, row.Events, row.Plays, row.Wins,
        new DateTimeOffset(row.ReachedAtTicks, TimeSpan.Zero), row.UserId, row.DisplayName);

    private static void Set(ref ScoreRow row, in Score score)
    {
        row.Version = score.Version;
        row.Points = score.Points;
        row.Events = score.Events;
        row.Plays = score.Plays;
        row.Wins = checked((int)score.Wins);
        row.ReachedAtTicks = score.ReachedAt.UtcTicks;
        // The text that is kept already, where it is the same: millions of equal copies would be garbage that lives long.
        row.UserId = row.UserId == score.UserId ? row.UserId : score.UserId;
        row.DisplayName = row.DisplayName == score.DisplayName ? row.DisplayName : score.DisplayName;
    }

    private void Count(in ScoreRow row, int sign)
    {
        _points += (Int128)row.Points * sign;
        _totals = _totals with
        {
            Events = _totals.Events + row.Events * sign,
            Plays = _totals.Plays + row.Plays * sign,
            Wins = _totals.Wins + row.Wins * sign,
        };
    }
}
