using System.Text;

namespace CampaignEngine.Journal;

/// <summary>What every backend asks of an append before it writes anything, so that all refuse the same ones.</summary>
internal static class AppendLimits
{
    private const int UniqueKeyBytes = 16 + 8;

    /// <exception cref="AppendTooLargeException">Too many rows or bytes.</exception>
    /// <exception cref="ArgumentException">No entry, an empty snapshot, or a unique key that stands twice or for a version that is not there.</exception>
    public static void Check(StreamHead head, Append append)
    {
        ArgumentNullException.ThrowIfNull(append);
        ArgumentOutOfRangeException.ThrowIfNegative(head.Version);
        if (append.Entries.Count == 0) throw new ArgumentException("An append needs at least one entry.", nameof(append));
        // A conditional with null gives an empty memory, not an absent one: a mistake that must not reach the disk.
        if (append.Snapshot is { IsEmpty: true }) throw new ArgumentException("A snapshot is absent or has bytes.", nameof(append));

        var rows = append.Entries.Count + append.UniqueKeys.Count
            + (append.Snapshot is null ? 0 : 1) + (append.Summary is null ? 0 : 1) + (append.Pending == PendingMark.Unchanged ? 0 : 1);
        if (rows > Append.MaxRows) throw new AppendTooLargeException($"An append has {rows} rows; {Append.MaxRows} are allowed.");

        var bytes = BytesOf(append);
        if (bytes > Append.MaxBytes) throw new AppendTooLargeException($"An append has {bytes} bytes; {Append.MaxBytes} are allowed.");
        CheckKeys(head.Version + append.Entries.Count, append.UniqueKeys);
    }

    private static long BytesOf(Append append)
    {
        long bytes = UniqueKeyBytes * append.UniqueKeys.Count + (append.Snapshot?.Length ?? 0);
        if (append.Summary is { } summary)
            bytes += Encoding.UTF8.GetByteCount(summary.UserId) + Encoding.UTF8.GetByteCount(summary.DisplayName);
        for (var i = 0; i < append.Entries.Count; i++)
            bytes += append.Entries[i].Public.Length + append.Entries[i].Personal.Length;
        return bytes;
    }

    private static void CheckKeys(long newest, IReadOnlyList<UniqueKey> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Version < 1 || keys[i].Version > newest)
                throw new ArgumentException($"A unique key stands for version {keys[i].Version}, which is not one of 1 to {newest}.", nameof(keys));
            // At most MaxRows keys, so comparing all pairs is cheaper than a set.
            for (var j = 0; j < i; j++)
                if (keys[j].Key == keys[i].Key)
                    throw new ArgumentException("An append has the same unique key twice.", nameof(keys));
        }
    }
}
