using System.Buffers.Binary;
using System.Security.Cryptography;
using CampaignEngine.Domain.Hashing;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Draws;

/// <summary>
/// The draws of one campaign: HMAC-SHA256(seed, parts), where each part is preceded by its length (4 bytes, big endian).
/// The first part says what is drawn (ASCII), the second is the campaign's uuid (16 bytes, RFC 9562 order). Numbers are
/// big endian.
/// </summary>
public sealed class CampaignDraw(byte[] seed, Guid campaign)
{
    private const int MaxMessageBytes = (4 + 6) + (4 + 16) + (4 + 16) + (4 + 8);

    private readonly KeyedHash _seed = new(seed);

    /// <summary>What a play of the mode <c>odds</c> draws: "draw", campaign, participantRef (16 bytes), play (8 bytes).</summary>
    /// <param name="play">The participant's plays are numbered 1, 2, 3, …</param>
    /// <returns>The first 8 bytes: a number in [0, 2^64).</returns>
    public ulong Play(ParticipantRef participant, long play)
    {
        Span<byte> message = stackalloc byte[MaxMessageBytes];
        var length = Begin(message, "draw"u8);
        BinaryPrimitives.WriteInt32BigEndian(message[length..], 16);
        BinaryPrimitives.WriteUInt128BigEndian(message[(length + 4)..], participant.Value);
        return Draw(message, Append(message, length + 4 + 16, play));
    }

    /// <summary>When a unit of the mode <c>moments</c> wins: "moment", campaign, tier (8 bytes), unit (8 bytes).</summary>
    /// <param name="tier">Index of the tier.</param>
    /// <param name="unit">A tier's units are numbered 1, 2, 3, … in the order of stocking.</param>
    /// <returns>The first 8 bytes: which part of the time in question, in [0, 2^64).</returns>
    public ulong Moment(int tier, long unit)
    {
        Span<byte> message = stackalloc byte[MaxMessageBytes];
        return Draw(message, Append(message, Append(message, Begin(message, "moment"u8), tier), unit));
    }

    /// <summary>The key that shuffles the deck: "deck", campaign.</summary>
    /// <returns>The whole hash, 32 bytes.</returns>
    public byte[] DeckKey()
    {
        Span<byte> message = stackalloc byte[MaxMessageBytes];
        var key = new byte[HMACSHA256.HashSizeInBytes];
        _seed.Compute(message[..Begin(message, "deck"u8)], key);
        return key;
    }

    private int Begin(Span<byte> message, ReadOnlySpan<byte> what)
    {
        BinaryPrimitives.WriteInt32BigEndian(message, what.Length);
        what.CopyTo(message[4..]);
        var length = 4 + what.Length;
        BinaryPrimitives.WriteInt32BigEndian(message[length..], 16);
        campaign.TryWriteBytes(message[(length + 4)..], bigEndian: true, out _);
        return length + 4 + 16;
    }

    private static int Append(Span<byte> message, int length, long number)
    {
        BinaryPrimitives.WriteInt32BigEndian(message[length..], 8);
        BinaryPrimitives.WriteInt64BigEndian(message[(length + 4)..], number);
        return length + 4 + 8;
    }

    private ulong Draw(Span<byte> message, int length)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _seed.Compute(message[..length], hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
