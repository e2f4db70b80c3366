using System.Buffers.Binary;
using System.Text;
using CampaignEngine.Domain.Hashing;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Codes;

/// <summary>
/// Keyed 128-bit hashes (HMAC-SHA256, first 16 bytes) of what makes batches: of an idempotency key, by which a request
/// sent again is found, and of the request, by which another one with the same key is told from it.
/// </summary>
internal sealed class CodeHashes(MasterKey masterKey)
{
    private readonly KeyedHash _key = new(masterKey.Derive("code batch request ids"));
    private readonly KeyedHash _fingerprint = new(masterKey.Derive("code batch request fingerprints"));

    public UInt128 OfKey(string idempotencyKey) => _key.Compute128(Encoding.UTF8.GetBytes(idempotencyKey));

    /// <summary>The label comes last; −1 stands for none, so that an empty one is another.</summary>
    public UInt128 OfRequest(GenerateCodesRequest request)
    {
        var label = Encoding.UTF8.GetBytes(request.Label ?? "");
        var message = new byte[4 * sizeof(long) + label.Length];
        BinaryPrimitives.WriteInt64BigEndian(message, request.Size);
        BinaryPrimitives.WriteInt64BigEndian(message.AsSpan(8), request.Points);
        BinaryPrimitives.WriteInt64BigEndian(message.AsSpan(16), request.ExpiresAt?.UtcTicks ?? -1);
        BinaryPrimitives.WriteInt64BigEndian(message.AsSpan(24), request.Label is null ? -1 : label.Length);
        label.CopyTo(message, 32);
        return _fingerprint.Compute128(message);
    }
}
