namespace CampaignEngine.Journal.Entries;

/// <summary>Goes up a stream row by row and gives out only entries that follow the one before and verify.</summary>
internal struct ChainWalk(StreamId stream, StreamHead from)
{
    public StreamHead Head { get; private set; } = from;

    /// <exception cref="JournalDamagedException">The row is not the next one, or not as it was written.</exception>
    public JournalEntry Next(long version, ReadOnlyMemory<byte> bytes)
    {
        if (version != Head.Version + 1) throw Damage.Of(stream, Head.Version + 1, "is missing");
        var row = Parse(stream, version, bytes);
        var time = Time(stream, version, row);

        var chain = EntryChain.Next(Head.Chain, stream, version, row.TimeTicks, row.Public.Span, row.PersonalHash.Span);
        if (chain != row.Chain) throw Damage.Of(stream, version, "does not fit the checksum chain");
        if (row.Personality == EntryRow.PersonalKept) VerifyPersonal(version, row);

        Head = new StreamHead(version, chain, row.SummaryVersion);
        return new JournalEntry(version, time, chain, row.Public, row.Personal) { PersonalHash = row.PersonalHash };
    }

    public static EntryRow Parse(in StreamId stream, long version, ReadOnlyMemory<byte> bytes)
    {
        try { return new EntryRow(bytes); }
        catch (InvalidDataException e) { throw Damage.Of(stream, version, "cannot be read", e); }
    }

    private readonly void VerifyPersonal(long version, in EntryRow row)
    {
        Span<byte> hash = stackalloc byte[ChainBytes.Length];
        EntryChain.HashPersonal(row.SaltAndPersonal, hash);
        if (!hash.SequenceEqual(row.PersonalHash.Span)) throw Damage.Of(stream, version, "has another personal part than was written");
    }

    private static DateTimeOffset Time(in StreamId stream, long version, in EntryRow row)
    {
        try { return Ticks.ToTime(row.TimeTicks); }
        catch (InvalidDataException e) { throw Damage.Of(stream, version, "has no valid time", e); }
    }
}
