using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CampaignEngine.Journal.Entries;

/// <summary>
/// The checksum chain. Every entry's hash covers the chain before it, its stream, version, time and public part, and a
/// hash of its personal part instead of that part itself: it still verifies when the personal part has been blanked.
/// </summary>
public static class EntryChain
{
    internal const int SaltLength = 16;

    // Everything of fixed length comes first and the public part last, so no two entries have the same input.
    private const int FixedLength = 1 + ChainBytes.Length + StreamIdBytes.Length + 8 + 8 + 1 + ChainBytes.Length;
    private const byte Format = 1;
    private const int StackLimit = 2048;

    /// <param name="ticks">The entry's time: UTC, in units of 100 ns since 0001-01-01.</param>
    /// <param name="personalHash">32 bytes; empty when the entry never had a personal part.</param>
    public static ChainHash Next(
        ChainHash previous, in StreamId stream, long version, long ticks,
        ReadOnlySpan<byte> publicPart, ReadOnlySpan<byte> personalHash)
    {
        var length = FixedLength + publicPart.Length;
        byte[]? rented = null;
        var input = length <= StackLimit
            ? stackalloc byte[StackLimit]
            : (rented = ArrayPool<byte>.Shared.Rent(length));
        input = input[..length];
        input[..FixedLength].Clear();

        input[0] = Format;
        var rest = input[1..];
        ChainBytes.Write(rest, previous);
        rest = rest[ChainBytes.Length..];
        StreamIdBytes.Write(rest, stream);
        rest = rest[StreamIdBytes.Length..];
        BinaryPrimitives.WriteInt64BigEndian(rest, version);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], ticks);
        rest[16] = personalHash.IsEmpty ? (byte)0 : (byte)1;
        personalHash.CopyTo(rest[17..]);
        publicPart.CopyTo(input[FixedLength..]);

        Span<byte> hash = stackalloc byte[ChainBytes.Length];
        SHA256.HashData(input, hash);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return ChainBytes.Read(hash);
    }

    /// <summary>The salt keeps a guessable personal part (a user id) from being tried against the hash that stays behind.</summary>
    /// <param name="saltAndPersonal">The random salt with the personal part after it, as they lie in a row.</param>
    internal static void HashPersonal(ReadOnlySpan<byte> saltAndPersonal, Span<byte> hash) =>
        SHA256.HashData(saltAndPersonal, hash);
}
