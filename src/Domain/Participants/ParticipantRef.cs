using System.Text;
using CampaignEngine.Domain.Hashing;

namespace CampaignEngine.Domain.Participants;

/// <summary>
/// A user's name inside one campaign: the first 128 bits of HMAC-SHA256(campaign key, user id as UTF-8). The same for
/// the same user, meaningless to everyone else. It names the participant in streams, claims, draws and exports.
/// </summary>
public readonly record struct ParticipantRef(UInt128 Value)
{
    public static ParticipantRef Of(KeyedHash campaignKey, string userId)
    {
        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(userId.Length) is var max && max <= 1024 ? max : 0];
        utf8 = utf8.IsEmpty ? Encoding.UTF8.GetBytes(userId) : utf8[..Encoding.UTF8.GetBytes(userId, utf8)];
        return new ParticipantRef(campaignKey.Compute128(utf8));
    }

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32");
}
