using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Hashing;
using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Gateway.Admin;

/// <summary>
/// Ids and API keys that are made. With an idempotency key they are derived from it under the master key, so that the same
/// request finds again what it made, and can show a key again that is stored nowhere; without one they are random.
/// </summary>
public sealed class AdminSecrets(MasterKey masterKey, TimeProvider time)
{
    private readonly KeyedHash _ids = new(masterKey.Derive("admin ids"));
    private readonly KeyedHash _keys = new(masterKey.Derive("api keys"));
    private readonly KeyedHash _requests = new(masterKey.Derive("admin request fingerprints"));

    /// <summary>The same for every kind of request, so that one idempotency key cannot stand for two of them.</summary>
    public Guid NewId(string? idempotencyKey) => idempotencyKey is null
        ? Guid.CreateVersion7(time.GetUtcNow())
        : Version8(_ids.Compute128(Message([idempotencyKey])));

    public string NewKey(Guid app, CampaignEnvironment environment, string? idempotencyKey)
    {
        Span<byte> secret = stackalloc byte[ApiKey.SecretBytes];
        if (idempotencyKey is null)
            RandomNumberGenerator.Fill(secret);
        else
            BinaryPrimitives.WriteUInt128BigEndian(secret, _keys.Compute128(Message([$"{app:N}", environment.ToString(), idempotencyKey])));
        return ApiKey.Format(environment, secret);
    }

    /// <summary>By which another request with the same idempotency key is told from this one.</summary>
    /// <param name="parts">Everything that was asked for; null for what was left out.</param>
    public UInt128 Fingerprint(params ReadOnlySpan<string?> parts) => _requests.Compute128(Message(parts));

    /// <summary>Each part is preceded by its length, an absent one by −1.</summary>
    private static ReadOnlySpan<byte> Message(ReadOnlySpan<string?> parts)
    {
        var message = new ArrayBufferWriter<byte>();
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(message.GetSpan(sizeof(int)), part is null ? -1 : Encoding.UTF8.GetByteCount(part));
            message.Advance(sizeof(int));
            if (part is not null)
                Encoding.UTF8.GetBytes(part, message);
        }

        return message.WrittenSpan;
    }

    /// <summary>RFC 9562: version 8 is for ids that are made in a way of one's own.</summary>
    private static Guid Version8(UInt128 hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
