using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Streams;

/// <summary>
/// A grain's hold on its stream: knows the head, and forgets it when an append fails, so that nothing is decided on a
/// state that may not be what is stored.
/// </summary>
public sealed class GrainStream(IJournal journal, StreamId stream)
{
    private StreamHead? _head;

    public StreamId Stream => stream;

    /// <summary>False before it was read and after a failed append.</summary>
    public bool IsCurrent => _head is not null;

    /// <exception cref="InvalidOperationException">Not current.</exception>
    public long Version => Head.Version;

    private StreamHead Head => _head ?? throw new InvalidOperationException("The stream must be read before it is continued.");

    /// <summary>Reads the stream; it is current only when <paramref name="fold"/> has made the whole state of it.</summary>
    public async Task ReadAsync(Func<StreamRecord, Task> fold)
    {
        _head = null;
        var record = await journal.ReadAsync(stream);
        await fold(record);
        _head = record.Head;
    }

    public Task ReadAsync(Action<StreamRecord> fold) => ReadAsync(record =>
    {
        fold(record);
        return Task.CompletedTask;
    });

    /// <summary>One entry, or null when the stream does not reach that far.</summary>
    public async Task<JournalEntry?> ReadEntryAsync(long version)
    {
        await foreach (var entry in journal.ReadEntriesAsync(stream, version))
            return entry;
        return null;
    }

    /// <summary>
    /// Whether nobody has written since the head was read: for answers that append nothing, which no fence proves.
    /// </summary>
    public async Task<bool> IsNewestAsync() => await ReadEntryAsync(Version + 1) is null;

    public void Forget() => _head = null;

    /// <summary>Appends; after any exception the stream must be read again.</summary>
    public async Task AppendAsync(Append append)
    {
        var head = Head;
        _head = null;
        _head = await journal.AppendAsync(stream, head, append);
    }
}
