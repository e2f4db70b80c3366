using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Leaderboards;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Leaderboards;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Cluster.Tests.Leaderboards;

/// <summary>Boards as they answer, and as the journal's entries say that they must.</summary>
internal static class Boards
{
    public static ILeaderboardGrain Board(this Engine engine, CampaignId campaign) =>
        engine.Grains.GetGrain<ILeaderboardGrain>(CampaignKey.Format(campaign));

    /// <summary>All scores in order, with the count that the board gives.</summary>
    public static async Task<(List<BoardScore> Scores, long Participants)> ReadAllAsync(this Engine engine, CampaignId campaign)
    {
        List<BoardScore> scores = [];
        BoardPage? page = null;
        do
        {
            var after = page?.Next;
            await Eventually.Holds(async () => (page = await engine.Board(campaign).Read(after, BoardPage.MaxLimit)) is not null, "the board is loaded");
            scores.AddRange(page!.Scores);
        }
        while (page.Next is not null);
        return (scores, page.TotalParticipants);
    }

    /// <summary>What the entries of these users add up to, in order: no summary and no state that the engine keeps is read.</summary>
    public static async Task<List<BoardScore>> FoldAsync(IJournal journal, Engine engine, CampaignId campaign, IEnumerable<string> users)
    {
        List<(BoardPosition Position, BoardScore Score)> folded = [];
        foreach (var userId in users)
        {
            var state = Participant.New;
            var name = "";
            await foreach (var entry in journal.ReadEntriesAsync(StreamNames.Participant(campaign, await engine.RefAsync(campaign, userId)), 1))
            {
                state = state.Apply(ParticipantStorage.FromStored(engine.Codec.Decode<StoredParticipantEntry>(entry.Public)), entry.Time);
                name = engine.Codec.Decode<StoredPersonal>(entry.Personal).DisplayName;
            }

            if (state.JoinedAt is not null)
                folded.Add((new(state.TotalPoints, state.ReachedAt, userId), new(userId, name, state.TotalPoints, state.EventsCount)));
        }

        return [.. folded.OrderBy(one => one.Position).Select(one => one.Score)];
    }

    /// <summary>The board comes to what the entries say, without anything being asked of it but to be read.</summary>
    public static Task BecomesAsync(this Engine engine, IJournal journal, CampaignId campaign, IReadOnlyCollection<string> users) =>
        Eventually.Holds(async () =>
        {
            var expected = await FoldAsync(journal, engine, campaign, users);
            var (scores, participants) = await engine.ReadAllAsync(campaign);
            return participants == expected.Count && scores.SequenceEqual(expected);
        }, "the board is what the entries add up to");
}
