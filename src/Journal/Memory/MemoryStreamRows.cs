using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.Memory;

/// <summary>One stream's rows, byte for byte what a durable backend keeps. Used under the journal's lock only.</summary>
internal sealed class MemoryStreamRows(StreamId stream)
{
    private readonly Dictionary<UInt128, long> _uniqueKeys = [];
    private readonly List<byte[]> _entries = [];
    private byte[]? _snapshot;
    private StreamHead _head;

    public StreamId Stream => stream;
    public bool IsPending { get; private set; }

    public StreamHead Append(StreamHead head, Append append)
    {
        if (head.Version < _head.Version) throw new VersionConflictException(stream, head.Version + 1);
        if (head != _head) throw new InvalidOperationException($"Stream {stream.Kind} {stream.Key:x32} never had the head {head}.");
        foreach (var key in append.UniqueKeys)
            if (_uniqueKeys.TryGetValue(key.Key, out var taken)) throw new UniqueKeyTakenException(stream, key.Key, taken);

        for (var i = 0; i < append.Entries.Count; i++)
            Add(append.Entries[i], i == append.Entries.Count - 1 ? append.Summary : null);
        foreach (var key in append.UniqueKeys) _uniqueKeys.Add(key.Key, key.Version);
        if (append.Snapshot is { } state)
        {
            _snapshot = new byte[SnapshotCodec.SizeOf(state)];
            SnapshotCodec.Write(_snapshot, _head, state.Span);
        }

        if (append.Pending != PendingMark.Unchanged) IsPending = append.Pending == PendingMark.Set;
        return _head;
    }

    public StreamRecord Read()
    {
        var from = _snapshot is null ? 1 : SnapshotCodec.Read(stream, _snapshot).Snapshot.Version;
        return StreamAssembly.Assemble(stream, _snapshot, Enumerate(from));
    }

    public List<JournalEntry> ReadEntries(long from, bool backwards)
    {
        var walk = new ChainWalk(stream, StreamHead.Empty);
        var entries = Enumerate(1).Select(row => walk.Next(row.Version, row.Bytes)).ToList();
        if (!backwards) return entries.FindAll(entry => entry.Version >= from);
        entries.RemoveAll(entry => entry.Version > from);
        entries.Reverse();
        return entries;
    }

    public StreamSummary? ReadSummary() => _head.SummaryVersion is var version and not 0
        ? new StreamSummary(stream, version, SummaryCodec.Read(new EntryRow(_entries[(int)version - 1]).SummaryBytes))
        : null;

    public long? FindByKey(UInt128 key) => _uniqueKeys.TryGetValue(key, out var version) ? version : null;

    public void Redact(long version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, _head.Version);
        Replace(version, EntryRedaction.Redact(_entries[(int)version - 1]));
    }

    /// <summary>For tests of the chain: changes a stored row the way damage would.</summary>
    public void Tamper(long version, Func<byte[], byte[]> change) => Replace(version, change([.. _entries[(int)version - 1]]));

    private void Replace(long version, byte[]? row)
    {
        if (row is not null) _entries[(int)version - 1] = row;
    }

    private void Add(in NewEntry entry, Summary? summary)
    {
        var row = new byte[EntryCodec.SizeOf(entry, summary)];
        _head = EntryCodec.Write(row, stream, _head, entry, summary);
        _entries.Add(row);
    }

    private IEnumerable<(long Version, byte[] Bytes)> Enumerate(long from)
    {
        for (var version = from; version <= _entries.Count; version++) yield return (version, _entries[(int)version - 1]);
    }
}
