using System.Collections.Concurrent;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// Where streams whose appends carry no summary (pools, registries) were left by this process, so that the next append
/// need not read its head's row to check it. What is forgotten, or was moved on by another process, is read again.
/// </summary>
internal sealed class KnownHeads
{
    /// <summary>Streams that are remembered; about 3 MiB when full.</summary>
    private const int MaxRemembered = 16 * 1024;

    private readonly ConcurrentDictionary<StreamId, StreamHead> _heads = new();

    public void Remember(StreamId stream, StreamHead head)
    {
        if (_heads.Count >= MaxRemembered) _heads.Clear();
        _heads[stream] = head;
    }

    public bool Contains(StreamId stream, StreamHead head) => _heads.TryGetValue(stream, out var known) && known == head;

    public void Forget(Scope scope, StreamKind kind)
    {
        foreach (var stream in _heads.Keys.Where(stream => stream.Scope == scope && stream.Kind == kind))
            _heads.TryRemove(stream, out _);
    }
}
