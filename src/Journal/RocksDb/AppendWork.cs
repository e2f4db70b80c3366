using System.Buffers.Binary;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>An append, encoded and hashed on its caller's thread.</summary>
internal sealed class AppendWork : CommitWork
{
    private readonly TaskCompletionSource<StreamHead> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StreamId _stream;
    private readonly long _headVersion;
    private readonly int _entries;
    private readonly StreamHead _newHead;
    private RowBuffer _rows;

    /// <param name="summaryVersion">The entry that holds the stream's summary before this append; 0 for none.</param>
    public AppendWork(StreamId stream, StreamHead head, Append append, long summaryVersion)
    {
        _stream = stream;
        _headVersion = head.Version;
        _entries = append.Entries.Count;
        _rows = new RowBuffer(SizeOf(append));
        _newHead = WriteEntries(head, append, summaryVersion);
        WriteSnapshot(append);
        WriteUniqueKeys(append);
        WritePending(append.Pending);
        Bytes = _rows.Length;
    }

    public Task<StreamHead> Answer => _answer.Task;

    public override int Bytes { get; }

    public override void Stage(CommitBatch batch)
    {
        batch.Add(_stream, _headVersion, _entries, _rows);
        _rows.Dispose();
    }

    public override void Succeed() => _answer.TrySetResult(_newHead);

    public override void Fail(Exception exception)
    {
        _rows.Dispose();
        _answer.TrySetException(exception);
    }

    private static int SizeOf(Append append)
    {
        var size = append.UniqueKeys.Count * (RowBuffer.Overhead + RocksDbKeys.UniqueLength + 8);
        for (var i = 0; i < append.Entries.Count; i++)
            size += RowBuffer.Overhead + RocksDbKeys.EntryLength + EntryCodec.SizeOf(append.Entries[i], SummaryOf(append, i));
        if (append.Snapshot is { } state) size += RowBuffer.Overhead + RocksDbKeys.RowKindLength + SnapshotCodec.SizeOf(state);
        if (append.Pending != PendingMark.Unchanged) size += RowBuffer.Overhead + RocksDbKeys.StreamLength;
        return size;
    }

    private static Summary? SummaryOf(Append append, int entry) => entry == append.Entries.Count - 1 ? append.Summary : null;

    private StreamHead WriteEntries(StreamHead head, Append append, long summaryVersion)
    {
        for (var i = 0; i < append.Entries.Count; i++)
        {
            var entry = append.Entries[i];
            var summary = SummaryOf(append, i);
            var version = head.Version + 1;
            var value = _rows.Put(RocksDbKeys.EntryLength, EntryCodec.SizeOf(entry, summary), out var key);
            RocksDbKeys.WriteEntry(key, _stream, version);
            head = new StreamHead(version, EntryCodec.Write(value, _stream, version, head.Chain, entry, summary, summaryVersion));
        }

        return head;
    }

    private void WriteSnapshot(Append append)
    {
        if (append.Snapshot is not { } state) return;
        var value = _rows.Put(RocksDbKeys.RowKindLength, SnapshotCodec.SizeOf(state), out var key);
        RocksDbKeys.WriteSnapshot(key, _stream);
        SnapshotCodec.Write(value, _newHead, state.Span);
    }

    private void WriteUniqueKeys(Append append)
    {
        for (var i = 0; i < append.UniqueKeys.Count; i++)
        {
            var value = _rows.Put(RocksDbKeys.UniqueLength, 8, out var key);
            RocksDbKeys.WriteUnique(key, _stream, append.UniqueKeys[i].Key);
            BinaryPrimitives.WriteInt64BigEndian(value, append.UniqueKeys[i].Version);
        }
    }

    private void WritePending(PendingMark mark)
    {
        if (mark == PendingMark.Unchanged) return;
        Span<byte> key;
        if (mark == PendingMark.Set) _rows.Put(RocksDbKeys.StreamLength, 0, out key);
        else key = _rows.Delete(RocksDbKeys.StreamLength);
        RocksDbKeys.WriteStream(key, RocksDbKeys.Pending, _stream);
    }
}
