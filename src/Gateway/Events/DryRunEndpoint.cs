using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Events;

/// <summary>Says what an event would come to, and why, and keeps nothing.</summary>
public sealed class DryRunEndpoint(ICampaignDirectory directory, ParticipantGrains participants)
{
    private sealed record UserEvent(string UserId, DryRunRequest Request);

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (TestClock.Refuse(context, grant, out var time) is { } refusing)
        {
            await refusing;
            return;
        }

        if (await StrictBody.ReadAsync(context, members => Read(members, time)) is not { } sent)
            return;

        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotActive);
            return;
        }

        var reply = await participants.Get(campaign.Id, campaign.RefOf(sent.UserId)).DryRun(sent.Request);
        if (reply.Status == DryRunStatus.Explained)
            await JsonAnswer.WriteSuccessAsync(context.Response, reply.Data);
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
    }

    private static UserEvent? Read(StrictObject members, DateTimeOffset? testClock)
    {
        var userId = members.RequiredText("userId", CharacterLimits.UserId);
        var eventType = members.RequiredText("eventType", CharacterLimits.EventType);
        var (metadata, occurredAt) = (members.Metadata("metadata"), members.Time("occurredAt"));
        return userId is null || eventType is null ? null
            : new UserEvent(userId, new DryRunRequest(eventType, metadata, occurredAt, testClock));
    }
}
