namespace CampaignEngine.Journal;

/// <summary>
/// The one way to keep something: streams of insert-only entries with snapshots.
/// A stream is one grain's history; what <see cref="AppendAsync"/> returned is durable.
/// </summary>
public interface IJournal
{
    /// <summary>Head, newest snapshot (if any) and the entries after it. A stream that was never written has version 0.</summary>
    /// <exception cref="JournalDamagedException">An entry's checksum chain does not verify.</exception>
    /// <exception cref="JournalUnavailableException">The storage does not answer; so with every other read.</exception>
    ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds entries head+1, head+2, … in one commit and returns the new head. At most one append per stream may be in
    /// flight. It takes no token: a caller that leaves must not make an outcome unknown.
    /// </summary>
    /// <exception cref="VersionConflictException">Entry head+1 exists already; nothing was written.</exception>
    /// <exception cref="OutcomeUnknownException">The store did not say whether it was written.</exception>
    /// <exception cref="JournalUnavailableException">The storage did not take it; nothing was written.</exception>
    /// <exception cref="AppendTooLargeException">More rows or bytes than <see cref="Append.MaxRows"/> and <see cref="Append.MaxBytes"/>; nothing was written.</exception>
    /// <exception cref="UniqueKeyTakenException">The stream has one of the unique keys already; nothing was written.</exception>
    /// <exception cref="InvalidOperationException">The head is none that this stream ever had; nothing was written.</exception>
    /// <exception cref="JournalStoppedException">The journal failed before or is closed; nothing is promised any more.</exception>
    Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append);

    /// <summary>Entries in order of version: from <paramref name="fromVersion"/> up, or from it down to 1.</summary>
    IAsyncEnumerable<JournalEntry> ReadEntriesAsync(StreamId stream, long fromVersion, bool backwards = false, CancellationToken cancellationToken = default);

    /// <summary>The newest summary of every stream of the bucket that has one.</summary>
    IAsyncEnumerable<StreamSummary> ReadSummariesAsync(Bucket bucket, CancellationToken cancellationToken = default);

    /// <summary>The version that holds a unique key of this stream, or null.</summary>
    ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default);

    /// <summary>The streams of a scope whose last commit left work to finish.</summary>
    IAsyncEnumerable<StreamId> ReadPendingAsync(Scope scope, CancellationToken cancellationToken = default);

    /// <summary>Blanks the personal part of one entry, names in its summary included. The checksum chain still verifies. May be repeated.</summary>
    Task RedactAsync(StreamId stream, long version);

    /// <summary>
    /// Removes all streams of a kind in a scope, with all that was kept with them. For scopes that nobody writes to any
    /// more: an append that comes late may be kept, alone. May be repeated, and must be after any exception.
    /// </summary>
    /// <exception cref="JournalUnavailableException">The storage does not answer; some of it may be removed.</exception>
    Task RemoveAsync(Scope scope, StreamKind kind);
}
