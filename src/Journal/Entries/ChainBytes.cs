using System.Buffers.Binary;

namespace CampaignEngine.Journal.Entries;

internal static class ChainBytes
{
    public const int Length = 32;

    public static void Write(Span<byte> target, ChainHash chain)
    {
        BinaryPrimitives.WriteUInt128BigEndian(target, chain.High);
        BinaryPrimitives.WriteUInt128BigEndian(target[16..], chain.Low);
    }

    public static ChainHash Read(ReadOnlySpan<byte> source) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(source), BinaryPrimitives.ReadUInt128BigEndian(source[16..]));
}
