using System.Collections.Concurrent;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// Where streams whose appends carry no summary (pools, registries) were left by this process, so that the next append
/// need not read its head's row. What is forgotten, or was moved on by another process, is read again.
/// </summary>
internal sealed class KnownHeads
{
    /// <summary>Streams that are remembered; about 3 MiB when full.</summary>
    private const int MaxRemembered = 16 * 1024;

    private readonly ConcurrentDictionary<StreamId, (StreamHead Head, long SummaryVersion)> _heads = new();

    public void Remember(StreamId stream, StreamHead head, long summaryVersion)
    {
        if (_heads.Count >= MaxRemembered) _heads.Clear();
        _heads[stream] = (head, summaryVersion);
    }

    /// <summary>The version of the stream's newest summary at this head; null when the head is not known.</summary>
    public long? SummaryVersionAt(StreamId stream, StreamHead head) =>
        _heads.TryGetValue(stream, out var known) && known.Head == head ? known.SummaryVersion : null;
}
