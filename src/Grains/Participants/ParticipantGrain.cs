using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Codes;
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
    private readonly CodeLookup _codes;
    private readonly RedemptionConfirmations _redemptions;
    private readonly TimeProvider _time;
    private IPrizePoolGrain? _pool;

    public ParticipantGrain(
        IGrainContext context, IJournal journal, EntryCodec codec, ICampaignDirectory directory, RequestHashes hashes,
        AwardConfirmations confirmations, CodeLookup codes, RedemptionConfirmations redemptions, ScoreForwarding forwarding, TimeProvider time)
        : base(context)
    {
        (_campaign, _ref) = ParticipantKey.Parse(context.GrainId.Key.ToString()!);
        _ledger = new ParticipantLedger(journal, StreamNames.Participant(_campaign, _ref), codec, forwarding);
        (_directory, _hashes, _confirmations, _time) = (directory, hashes, confirmations, time);
        (_codes, _redemptions) = (codes, redemptions);
    }

    private IPrizePoolGrain Pool => _pool ??= GrainFactory.GetGrain<IPrizePoolGrain>(CampaignKey.Format(_campaign));

    private DateTimeOffset Now => MonotonicTime.Max(_time.GetUtcNow(), _ledger.State.LastEntryAt);

    /// <summary>The time of a request, or null when its test clock would run backwards.</summary>
    private DateTimeOffset? TimeOf(DateTimeOffset? testClock) => TimeOf(testClock, _ledger.State);

    private DateTimeOffset? TimeOf(DateTimeOffset? testClock, Participant state) =>
        testClock is not { } time ? MonotonicTime.Max(_time.GetUtcNow(), state.LastEntryAt) : time < state.LastEntryAt ? null : time;

    public async ValueTask<RecordEventReply> RecordEvent(RecordEventRequest request)
    {
        var run = new EventRun([request]);
        await Record(run);
        return run.Replies[0];
    }

    public async ValueTask<RecordEventReply[]> RecordEvents(RecordEventRequest[] requests)
    {
        var run = new EventRun(requests);
        while (!run.IsEnded)
            await Record(run);
        return run.Replies;
    }

    /// <summary>As many events as go into one append, or the end of the run.</summary>
    private async ValueTask Record(EventRun run)
    {
        try
        {
            await OnNewestState(() => Decide(run));
        }
        catch (Exception exception) when (PassingFailures.MayHaveCommitted(exception))
        {
            run.End(RecordEventStatus.OutcomeUnknown);
        }
        catch (Exception exception) when (PassingFailures.CommittedNothing(exception))
        {
            run.End(RecordEventStatus.Unavailable);
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

    /// <summary>Decides as many events as one append may hold, and commits them.</summary>
    /// <returns>The run.</returns>
    private async ValueTask<EventRun> Decide(EventRun run)
    {
        run.Begin(_ledger.State);
        var step = Step.Next;
        while (step == Step.Next && run.HasNext && _ledger.HasRoomAfter(run.Staged.Count))
            step = await DecideNext(run);

        if (run.Staged.Count > 0)
            await _ledger.RecordAsync(run.Staged, run.Ticket);
        else if (run.NeedsProof)
            await _ledger.CheckHeadAsync();
        run.Prove();

        foreach (var staged in run.Staged)
        {
            if (staged.Award != 0)
                _confirmations.Add(_campaign, staged.Award);
        }

        if (step == Step.End)
            run.End(RecordEventStatus.Unavailable);
        return run;
    }

    private async ValueTask<Step> DecideNext(EventRun run)
    {
        var request = run.Next;
        var idHash = _hashes.OfId(RequestKind.Event, request.EventId);
        // Its twin is committed first, and then found.
        if (run.IsStaged(idHash))
            return Step.Commit;

        var fingerprint = _hashes.OfRequest(request);
        // An id that the gateway has just made cannot have been recorded before.
        if (request.EventIdGiven && await _ledger.FindAsync<StoredEvent>(idHash) is { } known)
        {
            run.Answer(known.Fingerprint == fingerprint
                ? new RecordEventReply(RecordEventStatus.Recorded, EventAnswer.Of(known, request.EventId), Replayed: true)
                : RecordEventReply.Refused(RecordEventStatus.EventIdReused));
            return Step.Next;
        }

        if (request.ReplayOnly)
        {
            run.Refuse(RecordEventStatus.NotRecorded, needsProof: true);
            return Step.Next;
        }

        if (await _directory.FindCampaignAsync(_campaign) is not { WasActivated: true } handle)
        {
            run.Refuse(RecordEventStatus.CampaignNotActive, needsProof: false);
            return Step.Next;
        }

        if (TimeOf(request.TestClock, run.State) is not { } now)
        {
            run.Refuse(RecordEventStatus.TestClockBackwards, needsProof: true);
            return Step.Next;
        }

        EventRecorded outcome;
        var ticket = 0L;
        switch (Begin(handle, run.State, request, now))
        {
            case EventDecision.Refused refused:
                // Another activation may have recorded this very event, and its answer is final.
                run.Refuse(StatusOf(refused.Reason), needsProof: true);
                return Step.Next;
            case EventDecision.Done done:
                outcome = done.Outcome;
                break;
            case EventDecision.NeedsClaim when run.Staged.Count > 0:
                // Every play is committed before the next claim, which says what became of the one before.
                return Step.Commit;
            case EventDecision.NeedsClaim needed:
                var reply = await Claim(needed.Plan);
                if (reply.Status is ClaimStatus.Moved or ClaimStatus.OutcomeUnknown)
                    return Step.End;
                outcome = EventRecorder.Finish(needed.Plan, OutcomeOf(reply));
                ticket = reply.Ticket;
                run.Rebase(_ledger.State); // Claiming may have released an award.
                break;
            case var unknown:
                throw new InvalidOperationException($"Unknown decision {unknown.GetType().Name}.");
        }

        var after = run.State.Apply(outcome, now);
        var answer = EventAnswer.Of(handle.Campaign, after, outcome);
        run.Stage(ParticipantStorage.ToStored(outcome, idHash, fingerprint, request.OccurredAt, answer), after, ticket);
        return Step.Next;
    }

    /// <summary>What follows an event that was decided, or could not be.</summary>
    private enum Step
    {
        Next,

        /// <summary>What is staged must be committed before the event can be decided.</summary>
        Commit,

        /// <summary>The pool does not answer: the event and those after it are not decided.</summary>
        End,
    }

    private EventDecision Begin(CampaignHandle handle, Participant state, RecordEventRequest request, DateTimeOffset now)
    {
        using var metadata = Metadata(request.Metadata);
        return EventRecorder.Begin(
            handle.Campaign,
            handle.Status,
            state,
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
