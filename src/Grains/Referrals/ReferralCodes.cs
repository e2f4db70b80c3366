using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Referrals;

/// <summary>
/// The code by which a user refers others: eight characters that follow from campaign and user, so none is kept. Keyed,
/// because everybody may see a participantRef.
/// </summary>
public sealed class ReferralCodes(MasterKey masterKey)
{
    private readonly byte[] _key = masterKey.Derive("referral codes");

    public string Of(CampaignId campaign, ParticipantRef participant)
    {
        Span<byte> message = stackalloc byte[32];
        campaign.Value.TryWriteBytes(message, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt128BigEndian(message[16..], participant.Value);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, message, hash);
        return Code.FormatDigits((long)(BinaryPrimitives.ReadUInt64BigEndian(hash) % CodePermutation.SpaceSize));
    }

    /// <summary>Whether a code as somebody typed it is this user's.</summary>
    public bool IsOf(CampaignId campaign, ParticipantRef participant, string code) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Code.Normalize(code)), Encoding.UTF8.GetBytes(Of(campaign, participant)));
}
