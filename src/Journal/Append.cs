namespace CampaignEngine.Journal;

/// <summary>One commit to one stream: at least one entry, and what is to be kept with it.</summary>
public sealed class Append
{
    /// <summary>Rows (entries, snapshot, summary, unique keys, pending mark) that one append may hold: the smallest backend's transaction, with room for its own rows.</summary>
    public const int MaxRows = 90;

    /// <summary>
    /// Bytes that one append may hold: the smallest backend's request is 4 MiB, in which bytes stand as base64 (a third
    /// more) and every row has a frame.
    /// </summary>
    public const int MaxBytes = 11 * 256 * 1024;

    public required IReadOnlyList<NewEntry> Entries { get; init; }

    /// <summary>The state at the version of the last entry, or null when this commit carries no snapshot.</summary>
    public ReadOnlyMemory<byte>? Snapshot { get; init; }

    /// <summary>Replaces the stream's summary, or null to leave it.</summary>
    public Summary? Summary { get; init; }

    /// <summary>Insert-only rows that find a version by a key of this stream.</summary>
    public IReadOnlyList<UniqueKey> UniqueKeys { get; init; } = [];

    /// <summary>
    /// The ticket of an append to the same <see cref="IOrderedJournal"/> that this one rests on, or 0: when that one is
    /// refused, so is this one.
    /// </summary>
    public long After { get; init; }

    /// <summary>Whether the stream has unfinished work after this commit.</summary>
    public PendingMark Pending { get; init; } = PendingMark.Unchanged;
}

/// <summary>One thing that happened. <see cref="Personal"/> is empty, or what <see cref="IJournal.RedactAsync"/> can blank later.</summary>
public readonly record struct NewEntry(DateTimeOffset Time, ReadOnlyMemory<byte> Public, ReadOnlyMemory<byte> Personal = default);

public readonly record struct UniqueKey(UInt128 Key, long Version);

public enum PendingMark : byte
{
    Unchanged = 0,
    Set = 1,
    Cleared = 2,
}
