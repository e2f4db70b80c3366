using System.Security.Cryptography;
using System.Text;

namespace CampaignEngine.Grains.Secrets;

/// <summary>
/// The one secret of an installation: 32 bytes from which all other keys are derived (HKDF-SHA256) and with which
/// seeds and campaign keys are sealed (AES-256-GCM).
/// </summary>
public sealed class MasterKey
{
    public const int Bytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key;
    private readonly byte[] _sealingKey;

    private MasterKey(byte[] key)
    {
        _key = key;
        _sealingKey = Derive("seal");
    }

    public static MasterKey Generate() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <exception cref="FormatException">Not 32 bytes in base64.</exception>
    public static MasterKey FromBase64(string base64)
    {
        var key = Convert.FromBase64String(base64);
        return key.Length == Bytes
            ? new MasterKey(key)
            : throw new FormatException($"A master key has {Bytes} bytes; this one has {key.Length}.");
    }

    public string ToBase64() => Convert.ToBase64String(_key);

    /// <summary>A key of 32 bytes for one purpose; another purpose gives an unrelated key.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Bytes, info: Encoding.UTF8.GetBytes(purpose));

    /// <returns>Nonce, ciphertext and tag.</returns>
    /// <param name="purpose">What is sealed, and for whom; unsealing needs the same.</param>
    public byte[] Seal(ReadOnlySpan<byte> secret, string purpose)
    {
        var box = new byte[NonceBytes + secret.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_sealingKey, TagBytes);
        aes.Encrypt(nonce, secret, box.AsSpan(NonceBytes, secret.Length), box.AsSpan(NonceBytes + secret.Length), Encoding.UTF8.GetBytes(purpose));
        return box;
    }

    /// <exception cref="CryptographicException">Sealed with another key or for another purpose, or damaged.</exception>
    public byte[] Unseal(ReadOnlySpan<byte> box, string purpose)
    {
        if (box.Length < NonceBytes + TagBytes)
            throw new CryptographicException("A sealed secret is cut short.");
        var secret = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_sealingKey, TagBytes);
        aes.Decrypt(box[..NonceBytes], box.Slice(NonceBytes, secret.Length), box[^TagBytes..], secret, Encoding.UTF8.GetBytes(purpose));
        return secret;
    }
}
