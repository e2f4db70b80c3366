using System.Buffers.Binary;

namespace CampaignEngine.Journal.Entries;

/// <summary>Writes entry rows; <see cref="EntryRow"/> has the layout and reads them.</summary>
internal static class EntryCodec
{
    public static int SizeOf(in NewEntry entry, Summary? summary)
    {
        var size = EntryRow.PublicOffset + entry.Public.Length;
        if (!entry.Personal.IsEmpty) size += ChainBytes.Length + EntryRow.PersonalFixedLength + entry.Personal.Length;
        if (summary is not null) size += SummaryCodec.SizeOf(summary);
        return size;
    }

    /// <summary>Fills a row of exactly <see cref="SizeOf"/> bytes with the entry after a head and a fresh salt.</summary>
    /// <returns>The head with this entry.</returns>
    public static StreamHead Write(Span<byte> row, in StreamId stream, in StreamHead head, in NewEntry entry, Summary? summary)
    {
        Span<byte> salt = stackalloc byte[EntryChain.SaltLength];
        if (!entry.Personal.IsEmpty) Salts.Fill(salt);
        var version = head.Version + 1;
        var chain = Write(row, stream, version, head.Chain, entry, summary, head.SummaryVersion, salt);
        return new StreamHead(version, chain, summary is null ? head.SummaryVersion : version);
    }

    /// <param name="summaryVersion">The entry that holds the stream's newest summary before this one.</param>
    public static ChainHash Write(
        Span<byte> row, in StreamId stream, long version, ChainHash previous, in NewEntry entry, Summary? summary, long summaryVersion,
        ReadOnlySpan<byte> salt)
    {
        var personality = entry.Personal.IsEmpty ? EntryRow.PersonalNone : EntryRow.PersonalKept;
        row[0] = EntryRow.Format;
        row[1] = (byte)(personality | (summary is null ? 0 : EntryRow.SummaryHere));
        BinaryPrimitives.WriteInt64BigEndian(row[EntryRow.TicksOffset..], entry.Time.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(row[EntryRow.SummaryVersionOffset..], summary is null ? summaryVersion : version);
        BinaryPrimitives.WriteInt32BigEndian(row[EntryRow.PublicLengthOffset..], entry.Public.Length);
        entry.Public.Span.CopyTo(row[EntryRow.PublicOffset..]);

        var rest = row[(EntryRow.PublicOffset + entry.Public.Length)..];
        ReadOnlySpan<byte> personalHash = default;
        if (personality == EntryRow.PersonalKept)
        {
            personalHash = rest[..ChainBytes.Length];
            WritePersonal(rest, entry.Personal.Span, salt);
            rest = rest[(ChainBytes.Length + EntryRow.PersonalFixedLength + entry.Personal.Length)..];
        }

        if (summary is not null) SummaryCodec.Write(rest, summary);
        var chain = EntryChain.Next(previous, stream, version, entry.Time.UtcTicks, entry.Public.Span, personalHash);
        ChainBytes.Write(row[EntryRow.ChainOffset..], chain);
        return chain;
    }

    private static void WritePersonal(Span<byte> target, ReadOnlySpan<byte> personal, ReadOnlySpan<byte> salt)
    {
        BinaryPrimitives.WriteInt32BigEndian(target[ChainBytes.Length..], personal.Length);
        var salted = target.Slice(ChainBytes.Length + 4, EntryChain.SaltLength + personal.Length);
        salt.CopyTo(salted);
        personal.CopyTo(salted[EntryChain.SaltLength..]);
        EntryChain.HashPersonal(salted, target[..ChainBytes.Length]);
    }
}
