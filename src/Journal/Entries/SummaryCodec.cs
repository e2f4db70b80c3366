using System.Buffers.Binary;
using System.Text;

namespace CampaignEngine.Journal.Entries;

/// <summary>A summary as bytes: points, events, joined at, reached at, plays, wins, length of user id, length of display name, both as UTF-8.</summary>
internal static class SummaryCodec
{
    private const int LengthsOffset = 6 * 8, NamesOffset = LengthsOffset + 2 * 4;

    public static int SizeOf(Summary summary) =>
        NamesOffset + Encoding.UTF8.GetByteCount(summary.UserId) + Encoding.UTF8.GetByteCount(summary.DisplayName);

    public static void Write(Span<byte> target, Summary summary)
    {
        BinaryPrimitives.WriteInt64BigEndian(target, summary.Points);
        BinaryPrimitives.WriteInt64BigEndian(target[8..], summary.Events);
        BinaryPrimitives.WriteInt64BigEndian(target[16..], summary.JoinedAt.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(target[24..], summary.ReachedAt.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(target[32..], summary.Plays);
        BinaryPrimitives.WriteInt64BigEndian(target[40..], summary.Wins);
        var user = Encoding.UTF8.GetBytes(summary.UserId, target[NamesOffset..]);
        var name = Encoding.UTF8.GetBytes(summary.DisplayName, target[(NamesOffset + user)..]);
        BinaryPrimitives.WriteInt32BigEndian(target[LengthsOffset..], user);
        BinaryPrimitives.WriteInt32BigEndian(target[(LengthsOffset + 4)..], name);
    }

    /// <exception cref="InvalidDataException">A summary is cut off or has something after it.</exception>
    public static void CheckLength(ReadOnlySpan<byte> source)
    {
        if (source.Length < NamesOffset) throw new InvalidDataException("A summary is too short.");
        var user = BinaryPrimitives.ReadInt32BigEndian(source[LengthsOffset..]);
        var name = BinaryPrimitives.ReadInt32BigEndian(source[(LengthsOffset + 4)..]);
        if (user < 0 || name < 0 || (long)user + name != source.Length - NamesOffset)
            throw new InvalidDataException("A summary's names do not fit its length.");
    }

    /// <exception cref="InvalidDataException">These bytes are no summary.</exception>
    public static Summary Read(ReadOnlySpan<byte> source)
    {
        CheckLength(source);
        var user = BinaryPrimitives.ReadInt32BigEndian(source[LengthsOffset..]);
        var names = source[NamesOffset..];
        return new Summary(
            BinaryPrimitives.ReadInt64BigEndian(source),
            BinaryPrimitives.ReadInt64BigEndian(source[8..]),
            Ticks.ToTime(BinaryPrimitives.ReadInt64BigEndian(source[16..])),
            Ticks.ToTime(BinaryPrimitives.ReadInt64BigEndian(source[24..])),
            Encoding.UTF8.GetString(names[..user]),
            Encoding.UTF8.GetString(names[user..]))
        {
            Plays = BinaryPrimitives.ReadInt64BigEndian(source[32..]),
            Wins = BinaryPrimitives.ReadInt64BigEndian(source[40..]),
        };
    }
}
