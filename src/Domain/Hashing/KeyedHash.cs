using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CampaignEngine.Domain.Hashing;

/// <summary>
/// HMAC-SHA256 under one key, for keys that are used all the time: preparing a key costs more than hashing a short
/// message (1.45 µs against 0.60 µs for 120 bytes), so a prepared one is kept. Thread-safe.
/// </summary>
public sealed class KeyedHash(byte[] key)
{
    private IncrementalHash? _prepared;

    /// <param name="hash">32 bytes.</param>
    public void Compute(ReadOnlySpan<byte> message, Span<byte> hash)
    {
        // Who finds it taken prepares another; the last to finish leaves theirs.
        var hmac = Interlocked.Exchange(ref _prepared, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(message);
        hmac.GetHashAndReset(hash);
        Interlocked.Exchange(ref _prepared, hmac)?.Dispose();
    }

    /// <summary>The first 128 bits of the hash, big endian.</summary>
    public UInt128 Compute128(ReadOnlySpan<byte> message)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(message, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
