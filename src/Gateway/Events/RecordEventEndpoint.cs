using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Diagnostics;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Events;

/// <summary>Records one event: checks the form, asks one grain, says what it said.</summary>
public sealed class RecordEventEndpoint(EventReader reader, ICampaignDirectory directory, EventSender sender, RateLimiter limiter)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        var admission = limiter.Admit(grant, cost: 1);
        if (admission == Allowance.Refused)
        {
            await limiter.WriteRefusalAsync(context, grant);
            return;
        }

        var reading = await reader.ReadAsync(context.Request);
        if (reading.Request is not { } request)
        {
            await ErrorAnswer.WriteAsync(context, reading.Error!, reading.Details);
            return;
        }

        if (TestClock.Refuse(context, grant, out var testClock) is { } refusing)
        {
            await refusing;
            return;
        }

        if (testClock is not null)
            request = request with { TestClock = testClock };
        if (admission == Allowance.ReplayOnly)
            request = request with { ReplayOnly = true };

        // Paused and ended campaigns go on to the grain: they still answer what they answered before.
        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotActive);
            return;
        }

        // Without an id of its own it cannot be a replay.
        var reply = request is { ReplayOnly: true, EventIdGiven: false }
            ? RecordEventReply.Refused(RecordEventStatus.NotRecorded)
            : await sender.RecordAsync(campaign, request, context.TraceIdentifier);
        if (reply.Status == RecordEventStatus.NotRecorded)
        {
            await limiter.WriteRefusalAsync(context, grant);
            return;
        }

        if (reply.Status != RecordEventStatus.Recorded)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
            return;
        }

        // Who let us make the id has not sent the event before, even if we have.
        var isReplayed = reply.Replayed && request.EventIdGiven;
        EventMetrics.Instance.CountSuccess(isReplayed);
        if (isReplayed)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        await JsonAnswer.WriteSuccessAsync(context.Response, reply.Data);
    }
}
