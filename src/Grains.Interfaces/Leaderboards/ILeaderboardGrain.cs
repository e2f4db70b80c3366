namespace CampaignEngine.Grains.Interfaces.Leaderboards;

/// <summary>
/// The order of one campaign's participants; the key is a <see cref="Campaigns.CampaignKey"/>. Keeps nothing: it is made of
/// the journal's summaries, and follows the changes that silos send. Until it is made it answers null.
/// </summary>
[Alias("campaign-engine.leaderboard"), GrainInterfaceType("leaderboard")]
public interface ILeaderboardGrain : IGrainWithStringKey
{
    /// <summary>Takes changes of a silo: the newest version of a participant counts. Repeating it changes nothing.</summary>
    [Alias("Take")]
    ValueTask<ChangesTaken> Take(ScoreChanges changes);

    /// <summary>A page, or null while the board loads.</summary>
    /// <param name="after">Where the page before ended; null for the top.</param>
    /// <param name="limit">1 to <see cref="BoardPage.MaxLimit"/>.</param>
    [Alias("Read")]
    ValueTask<BoardPage?> Read(BoardPlace? after, int limit);

    /// <summary>A participant in the middle of a page, or null while the board loads.</summary>
    /// <param name="participant">The participantRef. Of one who is not on the board, the page is empty.</param>
    /// <param name="limit">1 to <see cref="BoardPage.MaxLimit"/>.</param>
    [Alias("ReadAround")]
    ValueTask<BoardPage?> ReadAround(UInt128 participant, int limit);

    /// <summary>The rank, from 1, that a participant has with what is newest of them; null while the board loads.</summary>
    /// <param name="participant">The participantRef; the board may not know of them, or not of what is newest.</param>
    /// <param name="own">Their place with what is newest of them.</param>
    [Alias("GetRank")]
    ValueTask<long?> GetRank(UInt128 participant, BoardPlace own);

    /// <summary>What all participants come to, or null while the board loads.</summary>
    [Alias("GetTotals")]
    ValueTask<BoardTotalsView?> GetTotals();
}
