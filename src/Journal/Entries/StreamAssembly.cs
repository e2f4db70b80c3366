namespace CampaignEngine.Journal.Entries;

/// <summary>Builds a <see cref="StreamRecord"/> from rows: the snapshot row, if any, and the entry rows from its own version up.</summary>
internal static class StreamAssembly
{
    public static readonly StreamRecord Empty = new(StreamHead.Empty, null, []);

    /// <param name="rows">From the snapshot's own entry on, or from entry 1 when there is no snapshot.</param>
    /// <exception cref="JournalDamagedException">A row is missing or does not verify.</exception>
    public static StreamRecord Assemble(in StreamId stream, byte[]? snapshotRow, IEnumerable<(long Version, byte[] Bytes)> rows)
    {
        var entries = new List<JournalEntry>();
        if (snapshotRow is null)
        {
            var walk = new ChainWalk(stream, StreamHead.Empty);
            foreach (var (version, bytes) in rows) entries.Add(walk.Next(version, bytes));
            return new StreamRecord(walk.Head, null, entries);
        }

        var (snapshot, chain) = SnapshotCodec.Read(stream, snapshotRow);
        ChainWalk after = default;
        var found = false;
        foreach (var (version, bytes) in rows)
        {
            if (found)
            {
                entries.Add(after.Next(version, bytes));
                continue;
            }

            // The entry that the snapshot stands on is read too: a stream that lost its tail must not look shorter.
            var row = version == snapshot.Version ? ChainWalk.Parse(stream, version, bytes) : default(EntryRow?);
            if (row?.Chain != chain) throw Damage.OfSnapshot(stream, $"does not fit entry {snapshot.Version}");
            after = new ChainWalk(stream, new StreamHead(version, chain, row.Value.SummaryVersion));
            found = true;
        }

        if (!found) throw Damage.Of(stream, snapshot.Version, "is missing");
        return new StreamRecord(after.Head, snapshot, entries);
    }
}
