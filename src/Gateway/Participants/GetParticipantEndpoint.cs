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
        UserIdInUrl.RawFromPath(context, CampaignRoute.Slug(context)) is { } raw
            ? HandleAsync(context, grant, PercentEncoding.Decode(raw))
            : ErrorAnswer.WriteAsync(context, ErrorCatalog.NotFound);

    public Task HandleQueryAsync(HttpContext context, KeyGrant grant)
    {
        if (!UserIdInUrl.IsCollection(context, CampaignRoute.Slug(context)))
            return ErrorAnswer.WriteAsync(context, ErrorCatalog.NotFound);

        return UserIdInUrl.RawFromQuery(context) is [var raw]
            ? HandleAsync(context, grant, UserIdInUrl.Decode(raw))
            : UserIdInUrl.RefuseAsync(context, "must be in the query exactly once");
    }

    private async Task HandleAsync(HttpContext context, KeyGrant grant, string? userId)
    {
        if (UserIdInUrl.Violated(userId) is { } wrong)
        {
            await UserIdInUrl.RefuseAsync(context, wrong);
            return;
        }

        if (TestClock.Refuse(context, grant, out var time) is { } refusing)
        {
            await refusing;
            return;
        }

        var campaign = await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context));
        if (campaign is null || await participants.Get(campaign.Id, campaign.RefOf(userId!)).Get(time) is not { } participant)
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
