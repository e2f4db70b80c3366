using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CampaignEngine.Domain.Participants;

/// <summary>
/// A user's name inside one campaign: the first 128 bits of HMAC-SHA256(campaign key, user id as UTF-8). The same for
/// the same user, meaningless to everyone else. It names the participant in streams, claims, draws and exports.
/// </summary>
public readonly record struct ParticipantRef(UInt128 Value)
{
    public static ParticipantRef Of(ReadOnlySpan<byte> campaignKey, string userId)
    {
        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(userId.Length) is var max && max <= 1024 ? max : 0];
        utf8 = utf8.IsEmpty ? Encoding.UTF8.GetBytes(userId) : utf8[..Encoding.UTF8.GetBytes(userId, utf8)];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(campaignKey, utf8, hash);
        return new ParticipantRef(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32");
}
