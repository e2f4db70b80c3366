using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Shows one participant, in every state of the campaign but draft.</summary>
public sealed class GetParticipantEndpoint(ICampaignDirectory directory, ParticipantGrains participants, RankedParticipant ranked)
{
    public Task HandlePathAsync(HttpContext context, KeyGrant grant) =>
        UserIdInUrl.RefusePath(context, out var userId) ?? HandleAsync(context, grant, userId);

    public Task HandleQueryAsync(HttpContext context, KeyGrant grant) =>
        UserIdInUrl.RefuseQuery(context, out var userId) ?? HandleAsync(context, grant, userId);

    private async Task HandleAsync(HttpContext context, KeyGrant grant, string userId)
    {
        if (TestClock.Refuse(context, grant, out var time) is { } refusing)
        {
            await refusing;
            return;
        }

        var campaign = await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context));
        if (campaign is null || await participants.Get(campaign.Id, campaign.RefOf(userId)).Get(time) is not { } participant)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.ParticipantNotFound);
            return;
        }

        if (time < participant.LastEntryAt)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.TestClockBackwards);
            return;
        }

        await ranked.WriteAsync(context, campaign, participant);
    }
}
