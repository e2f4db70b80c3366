using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Diagnostics;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Events;

/// <summary>Records one event: checks the form, asks one grain, says what it said.</summary>
public sealed partial class RecordEventEndpoint(
    EventReader reader, ICampaignDirectory directory, ParticipantGrains participants, ILogger<RecordEventEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        var reading = await reader.ReadAsync(context.Request);
        if (reading.Request is not { } request)
        {
            await ErrorAnswer.WriteAsync(context, reading.Error!, reading.Details);
            return;
        }

        if (TestClock.Read(context.Request.Headers, grant.Environment, out var time) is { Error: { } error } refused)
        {
            await ErrorAnswer.WriteAsync(context, error, refused.Details);
            return;
        }

        if (time is not null)
            request = request with { TestClock = time };

        // Paused and ended campaigns go on to the grain: they still answer what they answered before.
        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotActive);
            return;
        }

        var reply = await RecordAsync(campaign, request, context.TraceIdentifier);
        if (reply.Status != RecordEventStatus.Recorded)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
            return;
        }

        EventMetrics.Instance.CountSuccess(reply.Replayed);
        if (reply.Replayed)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        await JsonAnswer.WriteSuccessAsync(context.Response, reply.Data);
    }

    private async ValueTask<RecordEventReply> RecordAsync(CampaignHandle campaign, RecordEventRequest request, string requestId)
    {
        try
        {
            return await participants.Get(campaign.Id, campaign.RefOf(request.UserId)).RecordEvent(request);
        }
        catch (Exception exception)
        {
            // Once the call is under way, whatever fails may have failed after the commit.
            LogOutcomeUnknown(exception, requestId);
            return RecordEventReply.Refused(RecordEventStatus.OutcomeUnknown);
        }
    }
}
