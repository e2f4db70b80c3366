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
    EventReader reader, ICampaignDirectory directory, ParticipantGrains participants, TimeProvider time, ILogger<RecordEventEndpoint> logger)
{
    /// <summary>
    /// Before asking again: what a silo that stops leaves behind passes within that. Storage that is away takes longer, and
    /// then the client is told to come again.
    /// </summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)];

    /// <summary>An attempt that took longer than this is not made again: others wait too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
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

        // Who let us make the id has not sent the event before, even if we have.
        var isReplayed = reply.Replayed && request.EventIdGiven;
        EventMetrics.Instance.CountSuccess(isReplayed);
        if (isReplayed)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        await JsonAnswer.WriteSuccessAsync(context.Response, reply.Data);
    }

    /// <summary>
    /// Asks again, a bounded number of times, when the event may not have been recorded. Its id makes that safe, whatever
    /// became of the first attempt.
    /// </summary>
    private async ValueTask<RecordEventReply> RecordAsync(CampaignHandle campaign, RecordEventRequest request, string requestId)
    {
        for (var attempt = 0; ; attempt++)
        {
            var startedAt = time.GetTimestamp();
            var reply = await TryRecordAsync(campaign, request, requestId);
            if (reply.Status is not (RecordEventStatus.Unavailable or RecordEventStatus.OutcomeUnknown)
                || attempt == Pauses.Length || time.GetElapsedTime(startedAt) > Patience)
                return reply;
            await Task.Delay(Pauses[attempt], time);
            request = request with { EventIdGiven = true };
        }
    }

    private async ValueTask<RecordEventReply> TryRecordAsync(CampaignHandle campaign, RecordEventRequest request, string requestId)
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
