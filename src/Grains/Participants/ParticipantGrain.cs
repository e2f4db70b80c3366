using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Diagnostics;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Leaderboards;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Participants;

[GrainType("participant")]
internal sealed partial class ParticipantGrain : Grain, IParticipantGrain
{
    private readonly CampaignId _campaign;
    private readonly ParticipantRef _ref;
    private readonly ParticipantLedger _ledger;
    private readonly ICampaignDirectory _directory;
    private readonly RequestHashes _hashes;
    private readonly AwardConfirmations _confirmations;
    private readonly TimeProvider _time;
    private IPrizePoolGrain? _pool;

    public ParticipantGrain(
        IGrainContext context, IJournal journal, EntryCodec codec, ICampaignDirectory directory, RequestHashes hashes,
        AwardConfirmations confirmations, ScoreForwarding forwarding, TimeProvider time)
    {
        (_campaign, _ref) = ParticipantKey.Parse(context.GrainId.Key.ToString()!);
        _ledger = new ParticipantLedger(journal, StreamNames.Participant(_campaign, _ref), codec, forwarding);
        (_directory, _hashes, _confirmations, _time) = (directory, hashes, confirmations, time);
    }

    private IPrizePoolGrain Pool => _pool ??= GrainFactory.GetGrain<IPrizePoolGrain>(CampaignKey.Format(_campaign));

    private DateTimeOffset Now => MonotonicTime.Max(_time.GetUtcNow(), _ledger.State.LastEntryAt);

    /// <summary>The time of a request, or null when its test clock would run backwards.</summary>
    private DateTimeOffset? TimeOf(DateTimeOffset? testClock) =>
        testClock is not { } time ? Now : time < _ledger.State.LastEntryAt ? null : time;

    public async ValueTask<RecordEventReply> RecordEvent(RecordEventRequest request)
    {
        try
        {
            return await OnNewestState(() => Decide(request));
        }
        catch (Exception exception) when (PassingFailures.MayHaveCommitted(exception))
        {
            return RecordEventReply.Refused(RecordEventStatus.OutcomeUnknown);
        }
        catch (Exception exception) when (PassingFailures.CommittedNothing(exception))
        {
            return RecordEventReply.Refused(RecordEventStatus.Unavailable);
        }
    }

    /// <summary>
    /// Loads where needed, and decides once more when another activation of this participant, or of the pool that it
    /// was promised something by, wrote in between.
    /// </summary>
    private ValueTask<T> OnNewestState<T>(Func<ValueTask<T>> decide) => Attempts.RunAsync(async () =>
    {
        if (!_ledger.IsCurrent)
            await _ledger.LoadAsync();
        return await decide();
    }, DeactivateOnIdle); // A refused precedent is the pool's: its new activation decides.

    private async ValueTask<RecordEventReply> Decide(RecordEventRequest request)
    {
        var idHash = _hashes.OfId(RequestKind.Event, request.EventId);
        var fingerprint = _hashes.OfRequest(request);
        // An id that the gateway has just made cannot have been recorded before.
        if (request.EventIdGiven && await _ledger.FindAnswerAsync(idHash) is { } known)
        {
            return known.Fingerprint == fingerprint
                ? new RecordEventReply(RecordEventStatus.Recorded, known.Answer, Replayed: true)
                : RecordEventReply.Refused(RecordEventStatus.EventIdReused);
        }

        if (await _directory.FindCampaignAsync(_campaign) is not { WasActivated: true } handle)
            return RecordEventReply.Refused(RecordEventStatus.CampaignNotActive);

        if (TimeOf(request.TestClock) is not { } now)
        {
            await _ledger.CheckHeadAsync();
            return RecordEventReply.Refused(RecordEventStatus.TestClockBackwards);
        }

        EventRecorded outcome;
        var ticket = 0L;
        switch (Begin(handle, request, now))
        {
            case EventDecision.Refused refused:
                // Another activation may have recorded this very event, and its answer is final.
                await _ledger.CheckHeadAsync();
                return RecordEventReply.Refused(StatusOf(refused.Reason));
            case EventDecision.Done done:
                outcome = done.Outcome;
                break;
            case EventDecision.NeedsClaim needed:
                var reply = await Claim(needed.Plan);
                if (reply.Status is ClaimStatus.Moved or ClaimStatus.OutcomeUnknown)
                    return RecordEventReply.Refused(RecordEventStatus.Unavailable);
                outcome = EventRecorder.Finish(needed.Plan, OutcomeOf(reply));
                ticket = reply.Ticket;
                break;
            case var unknown:
                throw new InvalidOperationException($"Unknown decision {unknown.GetType().Name}.");
        }

        var after = _ledger.State.Apply(outcome, now);
        var answer = EventAnswer.Write(handle.Campaign, after, outcome, request.EventId);
        await _ledger.RecordAsync(
            request, ParticipantStorage.ToStored(outcome, idHash, fingerprint, request.OccurredAt, answer), after, ticket);
        if (outcome.Play is { Award: not 0 and var award })
            _confirmations.Add(_campaign, award);
        return new RecordEventReply(RecordEventStatus.Recorded, answer, Replayed: false);
    }

    private EventDecision Begin(CampaignHandle handle, RecordEventRequest request, DateTimeOffset now)
    {
        using var metadata = Metadata(request.Metadata);
        return EventRecorder.Begin(
            handle.Campaign,
            handle.Status,
            _ledger.State,
            _ref,
            new UserEvent(request.EventType, metadata?.RootElement ?? default, request.OccurredAt),
            now,
            handle.Draw);
    }

    private static JsonDocument? Metadata(byte[]? bytes) => bytes is null ? null : JsonDocument.Parse(bytes);

    private async ValueTask<ClaimReply> Claim(ClaimPlan plan)
    {
        var reply = await ClaimOnce(plan);
        if (reply.Status == ClaimStatus.Moved)
            reply = await ClaimOnce(plan);
        if (reply.Status != ClaimStatus.Awarded || plan.IsEligible)
            return reply;

        // The prize was taken for this play before the participant was excluded, and nobody was told of it.
        await Release(reply.Award, plan.Now);
        return await ClaimOnce(plan);
    }

    private async ValueTask<ClaimReply> ClaimOnce(ClaimPlan plan)
    {
        var reply = await Pool.Claim(new ClaimRequest(
            _ref.Value, plan.Play, plan.Tier?.Index, _ledger.State.LastAward, _ledger.State.LastReleased,
            plan.IsEligible, plan.Now, plan.Day));
        GrainMetrics.CountClaim(reply.Status);
        return reply;
    }

    private static ClaimOutcome OutcomeOf(ClaimReply reply) => reply.Status switch
    {
        ClaimStatus.Awarded => new ClaimOutcome(reply.Award, reply.WinCode!, reply.Tier),
        ClaimStatus.SoldOut => ClaimOutcome.SoldOut,
        ClaimStatus.Lost => new ClaimOutcome(reply.Award, WinCode: null),
        _ => throw new InvalidOperationException($"Unknown claim status {reply.Status}."),
    };

    private static RecordEventStatus StatusOf(EventRefusal refusal) => refusal switch
    {
        EventRefusal.CampaignNotActive => RecordEventStatus.CampaignNotActive,
        EventRefusal.OccurredInFuture => RecordEventStatus.OccurredInFuture,
        EventRefusal.PlaysExceeded => RecordEventStatus.PlaysExceeded,
        EventRefusal.PointsOverflow => RecordEventStatus.PointsOverflow,
        _ => throw new InvalidOperationException($"Unknown refusal {refusal}."),
    };
}
