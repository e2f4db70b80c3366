using System.Collections.Concurrent;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>Everything that was sent and what came of it.</summary>
internal sealed class History
{
    private readonly ConcurrentQueue<SeenAnswer> _answers = new();
    private readonly ConcurrentDictionary<string, int> _unexpected = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private long _clock;
    private long _retries;

    public IReadOnlyList<SeenAnswer> Answers => [.. _answers];

    /// <summary>Answers that a client must never get, and how often; and what else was seen and must not be.</summary>
    public IEnumerable<string> Violations =>
        _violations.Concat(_unexpected.Select(pair => $"Answer: {pair.Key} ({pair.Value} times)"));

    /// <summary>Asking again is of no use then.</summary>
    public bool HasUnexpected => !_unexpected.IsEmpty;

    public long Retries => Interlocked.Read(ref _retries);

    public int Count => _answers.Count;

    /// <summary>What is sent after something had arrived has a higher number.</summary>
    public long Tick() => Interlocked.Increment(ref _clock);

    public void Add(SeenAnswer answer) => _answers.Enqueue(answer);

    public void AddRetry() => Interlocked.Increment(ref _retries);

    /// <param name="violation">Begins with the invariant's name.</param>
    public void AddViolation(string violation) => _violations.Enqueue(violation);

    public void AddUnexpected(string what) => _unexpected.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>The last answer to every key that nobody knows the outcome of.</summary>
    public IReadOnlyList<SeenAnswer> Unknown() =>
        [.. _answers.GroupBy(answer => (answer.User, answer.EventId)).Select(key => key.MaxBy(answer => answer.Arrived)!).Where(last => last.IsUnknown)];

    public string Describe()
    {
        var answers = Answers;
        return $"{answers.Count:n0} events sent: {answers.Count(answer => answer.IsRecorded):n0} ok, "
            + $"{answers.Count(answer => !answer.IsRecorded && !answer.IsUnknown):n0} refused, "
            + $"{answers.Count(answer => answer.IsUnknown):n0} unknown "
            + $"({answers.Count(answer => answer.Status == RecordEventStatus.OutcomeUnknown):n0} of them said so); {Retries:n0} were sent again";
    }
}
