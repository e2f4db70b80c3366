using System.Buffers.Binary;
using System.Security.Cryptography;
using CampaignEngine.Domain.Hashing;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Draws;

/// <summary>
/// The draws of one campaign. A draw is the first 8 bytes, big endian, of HMAC-SHA256(seed, parts). The parts are
/// "draw" (ASCII), the campaign's uuid (16 bytes, RFC 9562 order), the participantRef (16 bytes, big endian) and the
/// play number (8 bytes, big endian), each preceded by its length (4 bytes, big endian).
/// </summary>
public sealed class CampaignDraw(byte[] seed, Guid campaign)
{
    private const int MessageBytes = 4 + 4 + (4 + 16) + (4 + 16) + (4 + 8);

    private readonly KeyedHash _seed = new(seed);

    /// <param name="play">The participant's plays are numbered 1, 2, 3, …</param>
    /// <returns>A number in [0, 2^64).</returns>
    public ulong Play(ParticipantRef participant, long play)
    {
        Span<byte> message = stackalloc byte[MessageBytes];
        BinaryPrimitives.WriteInt32BigEndian(message, 4);
        "draw"u8.CopyTo(message[4..]);
        BinaryPrimitives.WriteInt32BigEndian(message[8..], 16);
        campaign.TryWriteBytes(message[12..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(message[28..], 16);
        BinaryPrimitives.WriteUInt128BigEndian(message[32..], participant.Value);
        BinaryPrimitives.WriteInt32BigEndian(message[48..], 8);
        BinaryPrimitives.WriteInt64BigEndian(message[52..], play);

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _seed.Compute(message, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
