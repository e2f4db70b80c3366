using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Reads participants from the memory of the process, which is to say what its grains would keep in theirs.</summary>
internal abstract class ParticipantsInMemory(IJournal inner) : BrokenJournal(inner)
{
    /// <summary>Starts empty: whoever is in it did not exist before the process did.</summary>
    protected MemoryJournal Memory { get; } = new();

    protected static bool IsKept(StreamId stream) => stream.Kind == StreamKind.Participant;

    private IJournal Of(StreamId stream) => IsKept(stream) ? Memory : Inner;

    public override ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        Of(stream).ReadAsync(stream, cancellationToken);

    public override IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        StreamId stream, long fromVersion, bool backwards = false, CancellationToken cancellationToken = default) =>
        Of(stream).ReadEntriesAsync(stream, fromVersion, backwards, cancellationToken);

    public override ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default) =>
        Of(stream).FindByKeyAsync(stream, uniqueKey, cancellationToken);
}
