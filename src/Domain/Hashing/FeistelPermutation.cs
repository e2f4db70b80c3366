using System.Buffers.Binary;
using System.Numerics;

namespace CampaignEngine.Domain.Hashing;

/// <summary>
/// A keyed permutation of the numbers below a size: a Feistel network over the least even number of bits that holds
/// them, walked until the result lies below the size. The round function is the first bits, as many as half of a number
/// has, of AES-256(key, block), where the block is the round as one byte, the right half as 4 bytes big endian, and
/// zeros. AES as in NIST SP 800-38G. Thread-safe.
/// </summary>
public sealed class FeistelPermutation
{
    private readonly KeyedBlock _key;
    private readonly long _size;
    private readonly int _rounds;
    private readonly int _halfBits;
    private readonly uint _halfMask;

    /// <param name="key">32 bytes.</param>
    /// <param name="size">1 to 2^62.</param>
    public FeistelPermutation(byte[] key, long size, int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 1L << 62);
        var bits = Math.Max(2, 64 - BitOperations.LeadingZeroCount((ulong)size - 1));
        (_key, _size, _rounds, _halfBits) = (new KeyedBlock(key), size, rounds, (bits + 1) / 2);
        _halfMask = (1u << _halfBits) - 1;
    }

    /// <param name="number">In [0, size).</param>
    public long Permute(long number)
    {
        CheckRange(number);
        do
            number = Encrypt(number);
        while (number >= _size);
        return number;
    }

    /// <summary>Undoes <see cref="Permute"/>.</summary>
    public long Invert(long number)
    {
        CheckRange(number);
        do
            number = Decrypt(number);
        while (number >= _size);
        return number;
    }

    private void CheckRange(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, _size);
    }

    private long Encrypt(long number)
    {
        var (left, right) = Split(number);
        for (var round = 0; round < _rounds; round++)
            (left, right) = (right, left ^ RoundFunction(round, right));
        return Join(left, right);
    }

    private long Decrypt(long number)
    {
        var (left, right) = Split(number);
        for (var round = _rounds - 1; round >= 0; round--)
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
        return BinaryPrimitives.ReadUInt32BigEndian(block) >> (32 - _halfBits);
    }

    private (uint Left, uint Right) Split(long number) =>
        ((uint)(number >> _halfBits), (uint)(number & _halfMask));

    private long Join(uint left, uint right) => ((long)left << _halfBits) | right;
}
