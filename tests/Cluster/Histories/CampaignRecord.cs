using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Cluster.Tests.Histories;

/// <summary>What a campaign left in the journal, what its clients saw, and what GET shows, at one quiet moment.</summary>
/// <param name="Users">By the text of the participantRef.</param>
/// <param name="Views">By user id.</param>
internal sealed record CampaignRecord(
    InstantWinDefinition Game,
    IReadOnlyList<StoredPoolEntry> Pool,
    IReadOnlyList<ParticipantRecord> Participants,
    IReadOnlyDictionary<string, string> Users,
    IReadOnlyDictionary<string, ParticipantView?> Views,
    IReadOnlyList<SeenAnswer> Answers)
{
    public string UserOf(ParticipantRecord participant) =>
        Users.GetValueOrDefault(participant.Ref.ToString()) ?? $"nobody ({participant.Ref})";

    public static async Task<CampaignRecord> TakeAsync(
        Engine engine, CampaignReader reader, CampaignId campaign, string definition, IEnumerable<string> users,
        IReadOnlyList<SeenAnswer> answers)
    {
        Dictionary<string, string> refs = [];
        Dictionary<string, ParticipantView?> views = [];
        foreach (var user in users)
        {
            refs[(await engine.RefAsync(campaign, user)).ToString()] = user;
            views[user] = await (await engine.ParticipantAsync(campaign, user)).Get();
        }

        var game = CampaignDefinitionReader.Read(Encoding.UTF8.GetBytes(definition)).Definition!.InstantWin!;
        return new CampaignRecord(game, await reader.PoolAsync(), await reader.ParticipantsAsync(), refs, views, answers);
    }
}
