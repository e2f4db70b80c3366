using CampaignEngine.Journal;
using CampaignEngine.Journal.Diagnostics;

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

    /// <summary>The time of the newest entry of what was read, or default for a new stream; a read more when its snapshot is the newest.</summary>
    public async ValueTask<DateTimeOffset> LastEntryAtAsync(StreamRecord record) =>
        record.Entries.Count > 0 ? record.Entries[^1].Time
        : record.Head.Version > 0 ? (await ReadEntryAsync(record.Head.Version))!.Time
        : default;

    /// <summary>
    /// Whether nobody has written since the head was read: for answers that append nothing, which no fence proves.
    /// </summary>
    public async Task<bool> IsNewestAsync() => await ReadEntryAsync(Version + 1) is null;

    /// <summary>What to throw when somebody has written <paramref name="version"/>. Counts it, as failed appends are counted.</summary>
    public VersionConflictException Conflict(long version)
    {
        FailedAppends.CountConflict(stream.Kind);
        return new VersionConflictException(stream, version);
    }

    public void Forget() => _head = null;

    /// <summary>Whether appends may be begun before those before them are committed.</summary>
    public bool IsOrdered => journal is IOrderedJournal;

    /// <summary>
    /// Begins an append. In an ordered journal the stream goes on at once, and the ticket lets others rest on it;
    /// elsewhere the ticket is 0 and the stream is not current until it is committed. After any exception, the task's
    /// included, the stream must be read again, and whoever began hands it to <see cref="Fail"/>.
    /// </summary>
    public (long Ticket, Task Committed) Begin(Append append)
    {
        if (journal is not IOrderedJournal ordered)
            return (0, ContinueAsync(append));
        var head = Head;
        _head = null;
        var begun = ordered.BeginAppend(stream, head, append);
        _head = begun.Head;
        return (begun.Ticket, begun.Committed);
    }

    /// <summary>Appends; after any exception the stream must be read again.</summary>
    public async Task AppendAsync(Append append)
    {
        try
        {
            await Begin(append).Committed;
        }
        catch (Exception exception)
        {
            Fail(exception);
            throw;
        }
    }

    /// <summary>Counts what failed an append, and makes sure that nothing is decided before the stream is read again.</summary>
    public void Fail(Exception exception)
    {
        Forget();
        FailedAppends.Count(stream.Kind, exception);
    }

    private async Task ContinueAsync(Append append)
    {
        var head = Head;
        _head = null;
        _head = await journal.AppendAsync(stream, head, append);
    }
}
