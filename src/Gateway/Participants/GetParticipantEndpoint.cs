using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Shows one participant, in every state of the campaign but draft.</summary>
public sealed class GetParticipantEndpoint(ICampaignDirectory directory, ParticipantGrains participants)
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

        if (await FindAsync(grant, CampaignRoute.Slug(context), userId!, time) is not { } participant)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.ParticipantNotFound);
            return;
        }

        if (time < participant.LastEntryAt)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.TestClockBackwards);
            return;
        }

        var data = JsonSerializer.SerializeToUtf8Bytes(ParticipantAnswer.From(participant), GatewayJson.Default.ParticipantResponse);
        await JsonAnswer.WriteSuccessAsync(context.Response, data);
    }

    private async ValueTask<ParticipantView?> FindAsync(KeyGrant grant, string slug, string userId, DateTimeOffset? time)
    {
        if (await directory.FindActivatedAsync(grant, slug) is not { } campaign)
            return null;
        return await participants.Get(campaign.Id, campaign.RefOf(userId)).Get(time);
    }
}
