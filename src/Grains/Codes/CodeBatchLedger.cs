using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Grains.Codes;

/// <summary>
/// A batch and its stream. What is asked while a commit runs is decided together in the next round, on what is committed:
/// so many claims share a commit, and every answer is proved by a commit's fence or, where nothing is appended, by a read.
/// </summary>
internal sealed class CodeBatchLedger(IJournal journal, StreamId stream, CodeBatchTerms terms, EntryCodec codec, TimeProvider time, Action onConflict)
{
    /// <summary>One entry each at most: with snapshot and pending mark below <see cref="Append.MaxRows"/>.</summary>
    private const int MaxInRound = 64;

    private const int SnapshotEvery = 256;

    private readonly GrainStream _stream = new(journal, stream);
    private readonly Queue<Question> _waiting = new();
    private CodeBatch _batch = new(terms);
    private DateTimeOffset _lastEntryAt;
    private long _snapshotVersion;
    private bool _isDeciding;

    /// <summary>Decides when its turn comes.</summary>
    /// <param name="decide">Looks at the batch and adds at most one entry. It may run again when another activation wrote in between.</param>
    /// <returns>What <paramref name="decide"/> returned, once that is durable.</returns>
    public Task<T> DecideAsync<T>(Func<CodeBatch, Round, T> decide)
    {
        var question = new Question<T>(decide);
        _waiting.Enqueue(question);
        if (!_isDeciding)
            _ = DecideAllAsync();
        return question.Answer;
    }

    private async Task DecideAllAsync()
    {
        _isDeciding = true;
        while (_waiting.Count > 0)
        {
            List<Question> questions = [];
            while (questions.Count < MaxInRound && _waiting.TryDequeue(out var question))
                questions.Add(question);
            try
            {
                await Attempts.RunAsync(() => DecideAsync(questions), onConflict);
            }
            catch (Exception exception)
            {
                // The batch may be ahead of what is kept.
                _stream.Forget();
                questions.ForEach(question => question.Fail(exception));
                continue;
            }

            questions.ForEach(question => question.Succeed());
        }

        _isDeciding = false;
    }

    private async Task DecideAsync(List<Question> questions)
    {
        if (!_stream.IsCurrent)
            await _stream.ReadAsync(Fold);
        var hadWork = _batch.Open.Count > 0;
        var round = new Round(_batch, _stream.Version);
        foreach (var question in questions)
            question.Decide(_batch, round);
        if (round.Entries.Count > 0)
            await AppendAsync(round, hadWork);
        else if (!await _stream.IsNewestAsync())
        {
            var conflict = _stream.Conflict(_stream.Version + 1);
            _stream.Forget();
            throw conflict;
        }
    }

    private async Task AppendAsync(Round round, bool hadWork)
    {
        _lastEntryAt = MonotonicTime.Max(time.GetUtcNow(), _lastEntryAt);
        var version = _stream.Version + round.Entries.Count;
        var takeSnapshot = version - _snapshotVersion >= SnapshotEvery;
        await _stream.AppendAsync(new Append
        {
            Entries = [.. round.Entries.Select(added => new NewEntry(
                _lastEntryAt,
                codec.Encode(CodeBatchStorage.ToStored(added.Entry)),
                added.UserId is { } userId ? codec.Encode(new StoredClaimant(userId)) : default))],
            Snapshot = takeSnapshot ? codec.Encode(CodeBatchStorage.ToStored(_batch.ToState(), _lastEntryAt)) : default(ReadOnlyMemory<byte>?),
            Pending = (hadWork, _batch.Open.Count > 0) switch
            {
                (false, true) => PendingMark.Set,
                (true, false) => PendingMark.Cleared,
                _ => PendingMark.Unchanged,
            },
        });
        if (takeSnapshot)
            _snapshotVersion = version;
    }

    private void Fold(StreamRecord record)
    {
        var kept = record.Snapshot is { } snapshot ? codec.Decode<StoredCodeBatch>(snapshot.State) : null;
        _batch = kept is null ? new CodeBatch(terms) : new CodeBatch(terms, CodeBatchStorage.FromStored(kept));
        (_snapshotVersion, _lastEntryAt) = (record.Snapshot?.Version ?? 0, kept?.LastEntryAt ?? default);
        foreach (var entry in record.Entries)
        {
            _batch.Apply(CodeBatchStorage.FromStored(codec.Decode<StoredCodeBatchEntry>(entry.Public)), entry.Version);
            _lastEntryAt = entry.Time;
        }
    }

    /// <summary>What is decided together, and applied to the batch at once.</summary>
    internal sealed class Round(CodeBatch batch, long version)
    {
        public List<(CodeBatchEntry Entry, string? UserId)> Entries { get; } = [];

        /// <param name="userId">Whom the entry is about, kept as its personal part.</param>
        public void Add(CodeBatchEntry entry, string? userId = null)
        {
            Entries.Add((entry, userId));
            batch.Apply(entry, version + Entries.Count);
        }
    }

    private abstract class Question
    {
        public abstract void Decide(CodeBatch batch, Round round);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class Question<T>(Func<CodeBatch, Round, T> decide) : Question
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _decided;

        public Task<T> Answer => _answer.Task;

        public override void Decide(CodeBatch batch, Round round) => _decided = decide(batch, round);

        public override void Succeed() => _answer.SetResult(_decided!);

        public override void Fail(Exception exception) => _answer.SetException(exception);
    }
}
