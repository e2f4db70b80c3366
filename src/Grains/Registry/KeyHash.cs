using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CampaignEngine.Grains.Registry;

/// <summary>SHA-256 of a whole API key; the only form in which a key is kept.</summary>
public readonly record struct KeyHash(UInt128 High, UInt128 Low)
{
    public static KeyHash Of(string apiKey)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(apiKey), hash);
        return Of(hash);
    }

    /// <param name="sha256">32 bytes.</param>
    public static KeyHash Of(ReadOnlySpan<byte> sha256) => new(
        BinaryPrimitives.ReadUInt128BigEndian(sha256), BinaryPrimitives.ReadUInt128BigEndian(sha256[16..]));
}
