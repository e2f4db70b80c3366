using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Leaderboards;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Shows one participant, in every state of the campaign but draft.</summary>
public sealed class GetParticipantEndpoint(ICampaignDirectory directory, ParticipantGrains participants, IGrainFactory grains)
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

        // The place goes with the question: the board may not have heard of the newest points yet.
        var place = new BoardPlace(participant.TotalPoints, participant.ReachedAt, participant.UserId);
        var board = grains.GetGrain<ILeaderboardGrain>(CampaignKey.Format(campaign.Id));
        if (await board.GetRank(campaign.RefOf(userId!).Value, place) is not { } rank)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.LeaderboardLoading);
            return;
        }

        await JsonAnswer.WriteSuccessAsync(
            context.Response, ParticipantAnswer.From(participant, rank), GatewayJson.Default.ParticipantResponse);
    }
}
