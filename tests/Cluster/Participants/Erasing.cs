using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Journal;

namespace CampaignEngine.Cluster.Tests.Participants;

/// <summary>Erasing somebody, step by step.</summary>
internal static class Erasing
{
    public static async Task<EraseStatus> EraseAsync(this Engine engine, CampaignId campaign, string user) =>
        (await (await engine.ParticipantAsync(campaign, user)).Erase(new EraseParticipantRequest("key"))).Status;

    /// <summary>What the service does for pending work.</summary>
    public static async Task FinishErasureAsync(this Engine engine, IJournal journal, CampaignId campaign, string user)
    {
        var participants = new ParticipantGrains(engine.Grains);
        var work = await (await engine.ParticipantAsync(campaign, user)).Resume();
        if (work.EraseUpTo > 0)
        {
            await new ErasureSteps(journal, engine.Codec, engine.Grains, participants, new ReferralSteps(participants))
                .FinishAsync(campaign, await engine.RefAsync(campaign, user), work.EraseUpTo);
        }
    }
}
