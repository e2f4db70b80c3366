using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Hashing;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Prizes;

/// <summary>
/// Keyed 128-bit hashes (HMAC-SHA256, first 16 bytes) of what changes stock: of an idempotency key, by which a command
/// sent again is found, and of the command, by which another one with the same key is told from it.
/// </summary>
internal sealed class StockHashes(MasterKey masterKey)
{
    private readonly KeyedHash _key = new(masterKey.Derive("stock command ids"));
    private readonly KeyedHash _fingerprint = new(masterKey.Derive("stock command fingerprints"));

    public UInt128 OfKey(string idempotencyKey) => _key.Compute128(Encoding.UTF8.GetBytes(idempotencyKey));

    /// <summary>A winner's keys are nobody else's: two users may have the same one.</summary>
    public UInt128 OfWinnersKey(UInt128 participant, string idempotencyKey) => OfKey($"{participant:x32} {idempotencyKey}");

    /// <summary>Of the number, the hash of the codes and the tier's name; −1 and a hash of nothing where there is none.</summary>
    public UInt128 OfCommand(string tier, long? add, ReadOnlySpan<byte> codes)
    {
        var name = Encoding.UTF8.GetBytes(tier);
        var message = new byte[sizeof(long) + SHA256.HashSizeInBytes + name.Length];
        BinaryPrimitives.WriteInt64BigEndian(message, add ?? -1);
        SHA256.HashData(codes, message.AsSpan(sizeof(long)));
        name.CopyTo(message, sizeof(long) + SHA256.HashSizeInBytes);
        return _fingerprint.Compute128(message);
    }
}
