using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Histories;

/// <summary>Faults of a store that commits and does not say so, says so and does not, is slow, or writes late.</summary>
internal sealed class RandomFaults(int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    public void Start(FaultyJournal journal, WatchedJournal watched)
    {
        journal.OnAppend = (stream, _) => IsFaulted(stream) ? Next() : null;
        watched.IsLate = stream => IsFaulted(stream) && Roll(100) < 2;
    }

    /// <summary>Nothing goes wrong from now on; what was to be written late is written.</summary>
    public static async Task HealAsync(FaultyJournal journal, WatchedJournal watched)
    {
        journal.OnAppend = null;
        watched.IsLate = null;
        await Task.WhenAll(watched.LateWrites);
    }

    private static bool IsFaulted(StreamId stream) =>
        stream.Kind is StreamKind.Participant or StreamKind.PrizePool or StreamKind.CodeSpace;

    private AppendFault? Next() => Roll(100) switch
    {
        < 3 => AppendFault.ThrowsWithoutCommitting,
        < 6 => AppendFault.CommitsAndThrows,
        < 12 => AppendFault.Delays(TimeSpan.FromMilliseconds(1), TimeProvider.System),
        < 16 => new AppendFault(Before: static async () => await Task.Yield()),
        < 20 => new AppendFault(After: static () => Task.Delay(1)),
        _ => null,
    };

    public int Roll(int sides)
    {
        lock (_lock)
            return _random.Next(sides);
    }
}
