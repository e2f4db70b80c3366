using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Grains.Codes;

[GrainType("code-batch"), Reentrant]
internal sealed partial class CodeBatchGrain : Grain, ICodeBatchGrain
{
    private readonly CampaignId _campaign;
    private readonly Guid _id;
    private readonly IJournal _journal;
    private readonly EntryCodec _codec;
    private readonly CodeBook _codes;
    private readonly CodeBatchFinder _finder;
    private readonly ICampaignDirectory _directory;
    private readonly ParticipantGrains _participants;
    private readonly CodeAudit _audit;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Opened? _opened;

    public CodeBatchGrain(
        IGrainContext context, IJournal journal, EntryCodec codec, CodeBook codes, CodeBatchFinder finder, ICampaignDirectory directory,
        ParticipantGrains participants, TimeProvider time, ILogger<CodeBatchGrain> logger)
    {
        (_campaign, _id) = CodeBatchKey.Parse(context.GrainId.Key.ToString()!);
        (_journal, _codec, _codes, _finder, _directory) = (journal, codec, codes, finder, directory);
        (_participants, _time, _logger) = (participants, time, logger);
        _audit = new CodeAudit(GrainFactory, _campaign);
    }

    private StreamId Stream => StreamNames.CodeBatch(_campaign, _id);

    public async Task<CodeView?> Look(int index, UInt128? participant, DateTimeOffset now)
    {
        if (await OpenAsync() is not { } opened || index < 0 || index >= opened.Made.Size)
            return null;
        var state = await opened.Ledger.DecideAsync((batch, _) => participant is { } one
            ? batch.StateFor(new ParticipantRef(one), index, now)
            : batch.StateOf(index, now));
        return new CodeView(state, opened.Made.Points);
    }

    public async Task<CodeState> Claim(ClaimCodeRequest request) => await (await OpenedAsync()).Ledger.DecideAsync((batch, round) =>
    {
        var participant = new ParticipantRef(request.Participant);
        var state = batch.StateFor(participant, request.Index, request.Now);
        if (state == CodeState.Active && batch.FindOpen(request.Index) is null)
            round.Add(new CodeClaimed(request.Index, participant, request.Key, request.Now, request.ErasedAt), request.UserId);
        return state;
    });

    public async Task<RevokeCodesReply> Revoke(RevokeCodesRequest request) => await PassingFailures.AnswerAsync(
        () => RevokeAsync(request), new RevokeCodesReply(RevokeCodesStatus.OutcomeUnknown), new RevokeCodesReply(RevokeCodesStatus.Unavailable));

    private async ValueTask<RevokeCodesReply> RevokeAsync(RevokeCodesRequest request)
    {
        if (await OpenAsync() is not { } opened || request.Index < 0 || request.Index >= opened.Made.Size)
            return new RevokeCodesReply(RevokeCodesStatus.NotFound);
        var reply = await opened.Ledger.DecideAsync((batch, _) => Answer(batch, request));
        if (reply is not null)
            return reply;
        await _audit.RevokedAsync(request.Actor, _id, request.Index, request.Reason);
        return await opened.Ledger.DecideAsync((batch, round) =>
        {
            // Somebody may have redeemed the code meanwhile.
            if (Answer(batch, request) is { } changed)
                return changed;
            round.Add(request.Index is { } index ? new CodeRevoked(index) : new BatchRevoked());
            return Answer(batch, request)!;
        });
    }

    public async Task<CodeStats> Count(DateTimeOffset now)
    {
        var counts = await (await OpenedAsync()).Ledger.DecideAsync((batch, _) => batch.Count(now));
        return new CodeStats(counts.Active, counts.Redeemed, counts.Expired, counts.Revoked, 1);
    }

    /// <summary>What there is to say when nothing needs to be revoked, else null.</summary>
    private static RevokeCodesReply? Answer(CodeBatch batch, RevokeCodesRequest request)
    {
        // The states of a code that was not redeemed do not depend on the time, except for expiry, which revoking passes over.
        if (request.Index is not { } index)
            return batch.IsRevoked ? new RevokeCodesReply(RevokeCodesStatus.Done, batch.Count(default).Revoked) : null;
        return batch.StateOf(index, default) switch
        {
            CodeState.Redeemed => new RevokeCodesReply(RevokeCodesStatus.Redeemed),
            CodeState.Revoked => new RevokeCodesReply(RevokeCodesStatus.Done, 1),
            _ => null,
        };
    }

    private async ValueTask<Opened> OpenedAsync() =>
        await OpenAsync() ?? throw new InvalidOperationException($"There is no batch of codes {_id}.");

    private async ValueTask<Opened?> OpenAsync()
    {
        // Of two that wait for the same read, the first makes the ledger.
        if (_opened is null && await _finder.FindAsync(_campaign, _id) is { } made)
            _opened ??= new Opened(made, NewLedger(made));
        return _opened;
    }

    private CodeBatchLedger NewLedger(StoredBatchGenerated made) => new(
        _journal, Stream, new CodeBatchTerms(made.Size, made.Points, made.ExpiresAt), _codec, _time, Leave);

    private sealed record Opened(StoredBatchGenerated Made, CodeBatchLedger Ledger);
}
