using CampaignEngine.Domain.Leaderboards;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Leaderboards;

/// <summary>A board that is sorted anew for every question. With a mistake it is one that must be told from a real one.</summary>
internal sealed class SortedBoard(SortedBoard.Mistake mistake = SortedBoard.Mistake.None)
{
    public enum Mistake
    {
        None,
        TakesOlderVersions,
        TakesTheSameVersionAgain,
        KeepsTheErased,
        ForgetsTheVersionOfTheErased,
        LastComesFirstAmongEqualPoints,
        UserIdsDoNotDecide,
    }

    private readonly Dictionary<ParticipantRef, Score> _newest = [];

    public List<Score> Shown
    {
        get
        {
            List<Score> shown = [.. _newest.Values.Where(score => score.UserId.Length > 0 || mistake == Mistake.KeepsTheErased)];
            shown.Sort(Compare);
            return shown;
        }
    }

    public long VersionOf(ParticipantRef participant) => _newest.GetValueOrDefault(participant).Version;

    public bool Apply(Score score)
    {
        var known = VersionOf(score.Participant);
        var isNews = mistake switch
        {
            Mistake.TakesOlderVersions => true,
            Mistake.TakesTheSameVersionAgain => score.Version >= known,
            _ => score.Version > known,
        };
        if (!isNews)
            return false;
        _newest[score.Participant] = score;
        if (score.UserId.Length == 0 && mistake == Mistake.ForgetsTheVersionOfTheErased)
            _newest.Remove(score.Participant);
        return true;
    }

    /// <summary>Below 0 when the first one comes first.</summary>
    private int Compare(Score one, Score other)
    {
        var byPoints = other.Points.CompareTo(one.Points);
        var byTime = one.ReachedAt.CompareTo(other.ReachedAt) * (mistake == Mistake.LastComesFirstAmongEqualPoints ? -1 : 1);
        var byName = string.CompareOrdinal(one.UserId, other.UserId) * (mistake == Mistake.UserIdsDoNotDecide ? -1 : 1);
        return byPoints != 0 ? byPoints : byTime != 0 ? byTime : byName;
    }
}
