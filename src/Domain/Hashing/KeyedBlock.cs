using System.Security.Cryptography;

namespace CampaignEngine.Domain.Hashing;

/// <summary>
/// AES-256 of single blocks under one key, prepared as in <see cref="KeyedHash"/>: 0.14 µs a block, where HMAC-SHA256
/// takes 0.46 µs and AES unprepared 0.95 µs. A building block of permutations, not a way to encrypt texts. Thread-safe.
/// </summary>
/// <param name="key">32 bytes.</param>
public sealed class KeyedBlock(byte[] key)
{
    /// <summary>Bytes in a block.</summary>
    public const int Length = 16;

    private Cipher? _prepared;

    /// <param name="block"><see cref="Length"/> bytes, replaced by their image.</param>
    public void Encrypt(Span<byte> block)
    {
        // Who finds it taken prepares another; the last to finish leaves theirs.
        var cipher = Interlocked.Exchange(ref _prepared, null) ?? new Cipher(key);
        cipher.Encrypt(block);
        Interlocked.Exchange(ref _prepared, cipher)?.Dispose();
    }

    private sealed class Cipher : IDisposable
    {
        private readonly byte[] _block = new byte[Length];
        private readonly ICryptoTransform _aes;

        public Cipher(byte[] key)
        {
            using var aes = Aes.Create();
            // Single blocks, all different: nothing that chaining would hide.
            aes.Mode = CipherMode.ECB;
            aes.Padding = PaddingMode.None;
            aes.Key = key;
            _aes = aes.CreateEncryptor();
        }

        public void Encrypt(Span<byte> block)
        {
            block.CopyTo(_block);
            _aes.TransformBlock(_block, 0, Length, _block, 0);
            _block.CopyTo(block);
        }

        public void Dispose() => _aes.Dispose();
    }
}
