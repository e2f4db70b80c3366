using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Events;

/// <summary>
/// Sends events to their participant, and sends them again, a bounded number of times, when they may not have been recorded.
/// Their ids make that safe, whatever became of the first attempt.
/// </summary>
public sealed partial class EventSender(ParticipantGrains participants, TimeProvider time, ILogger<EventSender> logger)
{
    /// <summary>
    /// Before asking again: what a silo that stops leaves behind passes within that. Storage that is away takes longer, and
    /// then the client is told to come again.
    /// </summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)];

    /// <summary>An attempt that took longer than this is not made again: others wait too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async ValueTask<RecordEventReply> RecordAsync(CampaignHandle campaign, RecordEventRequest request, string requestId)
    {
        for (var attempt = 0; ; attempt++)
        {
            var startedAt = time.GetTimestamp();
            var reply = await TryRecordAsync(campaign, request, requestId);
            if (!IsOpen(reply) || !await PauseAsync(attempt, startedAt))
                return reply;
            request = request with { EventIdGiven = true };
        }
    }

    /// <param name="requests">Of one user, in their order, each with an id that was given.</param>
    /// <returns>In that order. From the first that is unknown or unavailable on, all are.</returns>
    public async ValueTask<IReadOnlyList<RecordEventReply>> RecordAsync(
        CampaignHandle campaign, IReadOnlyList<RecordEventRequest> requests, string requestId)
    {
        List<RecordEventReply> told = [];
        for (var attempt = 0; ; attempt++)
        {
            var startedAt = time.GetTimestamp();
            var replies = await TryRecordAsync(campaign, [.. requests.Skip(told.Count)], requestId);
            told.AddRange(replies.TakeWhile(reply => !IsOpen(reply)));
            if (told.Count == requests.Count)
                return told;
            if (!await PauseAsync(attempt, startedAt))
                return [.. told, .. replies[^(requests.Count - told.Count)..]];
        }
    }

    private static bool IsOpen(RecordEventReply reply) =>
        reply.Status is RecordEventStatus.Unavailable or RecordEventStatus.OutcomeUnknown;

    /// <returns>Whether to try again.</returns>
    private async ValueTask<bool> PauseAsync(int attempt, long startedAt)
    {
        if (attempt == Pauses.Length || time.GetElapsedTime(startedAt) > Patience)
            return false;
        await Task.Delay(Pauses[attempt], time);
        return true;
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

    private async ValueTask<RecordEventReply[]> TryRecordAsync(CampaignHandle campaign, RecordEventRequest[] requests, string requestId)
    {
        try
        {
            return await participants.Get(campaign.Id, campaign.RefOf(requests[0].UserId)).RecordEvents(requests);
        }
        catch (Exception exception)
        {
            LogOutcomeUnknown(exception, requestId);
            return [.. requests.Select(_ => RecordEventReply.Refused(RecordEventStatus.OutcomeUnknown))];
        }
    }
}
