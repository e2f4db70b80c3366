namespace CampaignEngine.Domain.Leaderboards;

/// <summary>
/// A participant of a leaderboard: what is known, and the place in the tree of the order. There may be
/// millions of them, so it is kept small.
/// </summary>
internal struct ScoreRow
{
    public UInt128 Participant;
    public long Version;
    public long Points;
    public long Events;
    public long Plays;
    public long ReachedAtTicks;
    public string UserId;
    public string DisplayName;
    public int Wins;

    /// <summary>Slots of the subtrees before and after this row, or <see cref="ScoreTree.None"/>.</summary>
    public int Before;
    public int After;

    /// <summary>Rows in this subtree, this one included.</summary>
    public int Size;
}
