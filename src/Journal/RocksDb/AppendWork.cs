using System.Buffers.Binary;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>An append, encoded and hashed on its caller's thread.</summary>
internal sealed class AppendWork : CommitWork, IDisposable
{
    private readonly TaskCompletionSource<StreamHead> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StreamId _stream;
    private readonly StreamHead _head;
    private readonly long _after;
    private RowBuffer _rows;

    public AppendWork(StreamId stream, StreamHead head, Append append)
    {
        _stream = stream;
        _head = head;
        _after = append.After;
        _rows = new RowBuffer(SizeOf(append));
        NewHead = WriteEntries(head, append);
        WriteSnapshot(append);
        WriteUniqueKeys(append);
        WritePending(append.Pending);
        Bytes = _rows.Length;
    }

    public Task<StreamHead> Answer => _answer.Task;

    /// <summary>Where the stream ends once this is committed.</summary>
    public StreamHead NewHead { get; }

    public override int Bytes { get; }

    public override void Stage(CommitBatch batch)
    {
        batch.Add(_stream, _head, NewHead, _after, _rows);
        _rows.Dispose();
    }

    public override void Succeed() => _answer.TrySetResult(NewHead);

    public override void Fail(Exception exception)
    {
        Dispose();
        _answer.TrySetException(exception);
    }

    public void Dispose() => _rows.Dispose();

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

    private StreamHead WriteEntries(StreamHead head, Append append)
    {
        for (var i = 0; i < append.Entries.Count; i++)
        {
            var entry = append.Entries[i];
            var summary = SummaryOf(append, i);
            var value = _rows.Put(RocksDbKeys.EntryLength, EntryCodec.SizeOf(entry, summary), out var key);
            RocksDbKeys.WriteEntry(key, _stream, head.Version + 1);
            head = EntryCodec.Write(value, _stream, head, entry, summary);
        }

        return head;
    }

    private void WriteSnapshot(Append append)
    {
        if (append.Snapshot is not { } state) return;
        var value = _rows.Put(RocksDbKeys.RowKindLength, SnapshotCodec.SizeOf(state), out var key);
        RocksDbKeys.WriteSnapshot(key, _stream);
        SnapshotCodec.Write(value, NewHead, state.Span);
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
