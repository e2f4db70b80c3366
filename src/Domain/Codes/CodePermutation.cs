using System.Buffers.Binary;
using CampaignEngine.Domain.Hashing;

namespace CampaignEngine.Domain.Codes;

/// <summary>
/// Turns the numbers of a code space into each other by a keyed permutation, so that codes are unique by construction
/// and one cannot be guessed from another. A Feistel network of <see cref="Rounds"/> rounds over 40 bits, walked until
/// the result lies in the space; the round function is the first 20 bits of AES-256(key, block), where the block is the
/// round as one byte, the right half as 4 bytes big endian, and zeros. AES as in NIST SP 800-38G: Thread-safe.
/// </summary>
/// <param name="key">32 bytes.</param>
public sealed class CodePermutation(byte[] key)
{
    /// <summary>Eight characters of an alphabet of 31.</summary>
    public const long SpaceSize = 31L * 31 * 31 * 31 * 31 * 31 * 31 * 31;

    public const int Rounds = 8;

    private const int HalfBits = 20;
    private const uint HalfMask = (1u << HalfBits) - 1;

    private readonly KeyedBlock _key = new(key);

    /// <param name="number">In [0, <see cref="SpaceSize"/>).</param>
    public long Permute(long number)
    {
        CheckRange(number);
        do
            number = Encrypt(number);
        while (number >= SpaceSize);
        return number;
    }

    /// <summary>Undoes <see cref="Permute"/>.</summary>
    public long Invert(long number)
    {
        CheckRange(number);
        do
            number = Decrypt(number);
        while (number >= SpaceSize);
        return number;
    }

    private static void CheckRange(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, SpaceSize);
    }

    private long Encrypt(long number)
    {
        var (left, right) = Split(number);
        for (var round = 0; round < Rounds; round++)
            (left, right) = (right, left ^ RoundFunction(round, right));
        return Join(left, right);
    }

    private long Decrypt(long number)
    {
        var (left, right) = Split(number);
        for (var round = Rounds - 1; round >= 0; round--)
            (left, right) = (right ^ RoundFunction(round, left), left);
        return Join(left, right);
    }

    private uint RoundFunction(int round, uint half)
    {
        Span<byte> block = stackalloc byte[KeyedBlock.Length];
        block.Clear();
        block[0] = (byte)round;
        BinaryPrimitives.WriteUInt32BigEndian(block[1..], half);
        _key.Encrypt(block);
        return BinaryPrimitives.ReadUInt32BigEndian(block) >> (32 - HalfBits);
    }

    private static (uint Left, uint Right) Split(long number) =>
        ((uint)(number >> HalfBits), (uint)(number & HalfMask));

    private static long Join(uint left, uint right) => ((long)left << HalfBits) | right;
}
