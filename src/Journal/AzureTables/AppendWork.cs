using System.Buffers.Binary;
using Azure;
using Azure.Data.Tables;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// An append, encoded and hashed on its caller's thread. Entry head+1 is its first row: in the store's order of checks
/// the fence comes before anything else that may be refused.
/// </summary>
internal sealed class AppendWork
{
    private readonly TaskCompletionSource<StreamHead> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IReadOnlyList<UniqueKey> _uniqueKeys;
    private readonly List<TableTransactionAction> _actions = [];
    private readonly string _partition;
    private readonly int _entries;
    private TableTransactionAction? _pendingDelete;

    /// <param name="deadline">When its caller must have an answer.</param>
    /// <exception cref="AppendTooLargeException">A row is too large for the store.</exception>
    public AppendWork(StreamId stream, StreamHead head, Append append, Deadline deadline)
    {
        Stream = stream;
        Head = head;
        Deadline = deadline;
        _partition = TableKeys.Partition(stream.Bucket);
        _entries = append.Entries.Count;
        _uniqueKeys = append.UniqueKeys;
        NewHead = AddEntries(append);
        AddUniqueKeys();
        if (append.Snapshot is { } state) AddSnapshot(state);
        if (append.Summary is { } summary)
            Add(TableTransactionActionType.UpsertReplace, TableKeys.Stream(TableKeys.Summaries, stream), SummaryRow.Write(NewHead.Version, summary));
        AddPending(append.Pending);
        if (RequestBytes > Transaction.MaxRequestBytes)
            throw new AppendTooLargeException($"An append takes {RequestBytes} bytes of a request to Azure Tables; {Transaction.MaxRequestBytes} are allowed. Nothing was written.");
    }

    public StreamId Stream { get; }

    public StreamHead Head { get; }

    public StreamHead NewHead { get; }

    public Deadline Deadline { get; }

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    public int RequestBytes { get; private set; }

    public string FenceKey => TableKeys.Entry(Stream, Head.Version + 1);

    /// <summary>The key of the row that it removes; null when it removes none.</summary>
    public string? PendingDelete => _pendingDelete?.Entity.RowKey;

    public Task<StreamHead> Answer => _answer.Task;

    public void SetBatch(Guid batch)
    {
        for (var i = 0; i < _entries; i++) TableRow.SetBatch((TableEntity)_actions[i].Entity, batch);
    }

    /// <summary>The unique key that an action inserts, or null when it does something else.</summary>
    public UniqueKey? UniqueKeyOf(int action) =>
        action >= _entries && action < _entries + _uniqueKeys.Count ? _uniqueKeys[action - _entries] : null;

    public bool IsPendingDelete(int action) => _pendingDelete is not null && ReferenceEquals(_actions[action], _pendingDelete);

    public void DropPendingDelete()
    {
        if (_pendingDelete is not null) _actions.Remove(_pendingDelete);
        _pendingDelete = null;
    }

    public void Succeed() => _answer.TrySetResult(NewHead);

    public void Fail(Exception exception) => _answer.TrySetException(exception);

    private StreamHead AddEntries(Append append)
    {
        var head = Head;
        for (var i = 0; i < append.Entries.Count; i++)
        {
            var entry = append.Entries[i];
            var summary = i == append.Entries.Count - 1 ? append.Summary : null;
            var row = new byte[EntryCodec.SizeOf(entry, summary)];
            head = EntryCodec.Write(row, Stream, head, entry, summary);
            Add(TableTransactionActionType.Add, TableKeys.Entry(Stream, head.Version), row);
        }

        return head;
    }

    private void AddUniqueKeys()
    {
        foreach (var key in _uniqueKeys)
        {
            var row = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(row, key.Version);
            Add(TableTransactionActionType.Add, TableKeys.Unique(Stream, key.Key), row);
        }
    }

    private void AddSnapshot(ReadOnlyMemory<byte> state)
    {
        var row = new byte[SnapshotCodec.SizeOf(state)];
        SnapshotCodec.Write(row, NewHead, state.Span);
        Add(TableTransactionActionType.UpsertReplace, TableKeys.Snapshot(Stream), row);
    }

    private void AddPending(PendingMark mark)
    {
        var rowKey = TableKeys.Stream(TableKeys.Pending, Stream);
        if (mark == PendingMark.Set) Add(TableTransactionActionType.UpsertReplace, rowKey, []);
        if (mark != PendingMark.Cleared) return;
        _pendingDelete = new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(_partition, rowKey), ETag.All);
        _actions.Add(_pendingDelete);
        RequestBytes += TableRow.RequestSizeOf(0);
    }

    private void Add(TableTransactionActionType type, string rowKey, byte[] bytes)
    {
        _actions.Add(new TableTransactionAction(type, TableRow.Of(_partition, rowKey, bytes)));
        RequestBytes += TableRow.RequestSizeOf(bytes.Length);
    }
}
