using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>A sequence number (little endian) and a checksum over it.</summary>
internal static class MarkSlot
{
    private const int ValueLength = 8;
    public const int Length = ValueLength + SHA256.HashSizeInBytes;

    public static void Write(Span<byte> slot, ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(slot, value);
        SHA256.HashData(slot[..ValueLength], slot[ValueLength..]);
    }

    public static bool TryRead(ReadOnlySpan<byte> slot, out ulong value)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(slot[..ValueLength], hash);
        value = BinaryPrimitives.ReadUInt64LittleEndian(slot);
        return hash.SequenceEqual(slot.Slice(ValueLength, SHA256.HashSizeInBytes));
    }
}
