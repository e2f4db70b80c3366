using System.Text;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Cluster.Tests.Histories;

/// <summary>Takes down a campaign of an engine.</summary>
internal static class CampaignRecords
{
    public static async Task<CampaignRecord> TakeAsync(
        Engine engine, CampaignReader reader, CampaignId campaign, string definition, IEnumerable<string> users,
        IReadOnlyList<SeenAnswer> answers)
    {
        Dictionary<string, string> refs = [];
        Dictionary<string, ServedTotals?> views = [];
        foreach (var user in users)
        {
            refs[(await engine.RefAsync(campaign, user)).ToString()] = user;
            var view = await (await engine.ParticipantAsync(campaign, user)).Get();
            views[user] = view is null ? null : new ServedTotals(view.TotalPoints, view.EventsCount);
        }

        var read = CampaignDefinitionReader.Read(Encoding.UTF8.GetBytes(definition)).Definition!;
        return new CampaignRecord(read.InstantWin!, await reader.PoolAsync(), await reader.ParticipantsAsync(), refs, views, answers)
        {
            Points = read.Points,
        };
    }
}
