using System.Buffers.Binary;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>A stream's newest summary as a row of its own: the version that it stands for (8), the summary.</summary>
internal static class SummaryRow
{
    private const int VersionLength = 8;

    public static byte[] Write(long version, Summary summary)
    {
        var row = new byte[VersionLength + SummaryCodec.SizeOf(summary)];
        BinaryPrimitives.WriteInt64BigEndian(row, version);
        SummaryCodec.Write(row.AsSpan(VersionLength), summary);
        return row;
    }

    /// <exception cref="JournalDamagedException">These bytes are no summary.</exception>
    public static StreamSummary Read(in StreamId stream, ReadOnlySpan<byte> row)
    {
        try
        {
            if (row.Length < VersionLength) throw new InvalidDataException("A summary has no version.");
            return new StreamSummary(stream, BinaryPrimitives.ReadInt64BigEndian(row), SummaryCodec.Read(row[VersionLength..]));
        }
        catch (InvalidDataException e)
        {
            throw new JournalDamagedException($"Stream {stream.Kind} {stream.Key:x32}: the summary cannot be read.", e);
        }
    }
}
