using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Erases a person: gone at once, and out of all files soon. Sent again while that goes on it answers the same.</summary>
public sealed class EraseParticipantEndpoint(
    ICampaignDirectory directory, ParticipantGrains participants, ReferralSteps referrals, ILogger<EraseParticipantEndpoint> logger)
{
    public Task HandlePathAsync(HttpContext context, KeyGrant grant) =>
        UserIdInUrl.RefusePath(context, out var userId) ?? HandleAsync(context, grant, userId);

    public Task HandleQueryAsync(HttpContext context, KeyGrant grant) =>
        UserIdInUrl.RefuseQuery(context, out var userId) ?? HandleAsync(context, grant, userId);

    private async Task HandleAsync(HttpContext context, KeyGrant grant, string userId)
    {
        if (!await StrictBody.ReadNothingAsync(context))
            return;
        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.ParticipantNotFound);
            return;
        }

        var request = new EraseParticipantRequest(AuditActor.OfKey(grant.KeyId));
        var reply = await UnknownOutcome.OfAsync(
            () => EraseAsync(campaign, userId, request), new EraseParticipantReply(EraseStatus.OutcomeUnknown), logger, context,
            "the participant was erased");
        if (reply.Status != EraseStatus.Erased)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await JsonAnswer.WriteSuccessAsync(context.Response, "{\"erased\":true}"u8);
    }

    private async Task<EraseParticipantReply> EraseAsync(CampaignHandle campaign, string userId, EraseParticipantRequest request)
    {
        var participant = campaign.RefOf(userId);
        var grain = participants.Get(campaign.Id, participant);
        var reply = await grain.Erase(request);
        if (reply.Status != EraseStatus.ReferralUnfinished)
            return reply;
        await referrals.FinishAsync(campaign.Id, participant, reply.Unfinished!, testClock: null, isHeard: false);
        return await grain.Erase(request);
    }
}
