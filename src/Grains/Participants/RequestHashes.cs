using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using CampaignEngine.Domain.Hashing;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Participants;

/// <summary>
/// Keyed 128-bit hashes (HMAC-SHA256, first 16 bytes): of a request's id, by which it is found when sent again, and of
/// the request, by which another request with the same id is told from it.
/// </summary>
internal sealed class RequestHashes(MasterKey masterKey)
{
    /// <summary>255 characters beyond the Basic Multilingual Plane.</summary>
    private const int MaxIdBytes = 255 * 4;

    private readonly KeyedHash _idKey = new(masterKey.Derive("event ids"));
    private readonly KeyedHash _fingerprintKey = new(masterKey.Derive("request fingerprints"));

    public UInt128 OfId(RequestKind kind, string id)
    {
        Span<byte> message = stackalloc byte[1 + MaxIdBytes];
        message[0] = (byte)kind;
        var length = 1 + Encoding.UTF8.GetBytes(id, message[1..]);
        return _idKey.Compute128(message[..length]);
    }

    /// <summary>The reason's length is what is left: it comes last.</summary>
    public UInt128 OfRequest(AdjustPointsRequest request)
    {
        var message = new byte[1 + sizeof(long) + Encoding.UTF8.GetByteCount(request.Reason)];
        message[0] = (byte)RequestKind.Adjustment;
        BinaryPrimitives.WriteInt64BigEndian(message.AsSpan(1), request.Points);
        Encoding.UTF8.GetBytes(request.Reason, message.AsSpan(1 + sizeof(long)));
        return _fingerprintKey.Compute128(message);
    }

    /// <summary>The code follows from the referrer, so the referrer says all.</summary>
    public UInt128 OfReferral(UInt128 referrer) => Compute(_fingerprintKey, RequestKind.Referral, referrer);

    /// <summary>By which the reward for one referee is found.</summary>
    public UInt128 OfCredit(UInt128 referee) => Compute(_idKey, RequestKind.ReferralCredit, referee);

    private static UInt128 Compute(KeyedHash key, RequestKind kind, UInt128 value)
    {
        Span<byte> message = stackalloc byte[17];
        message[0] = (byte)kind;
        BinaryPrimitives.WriteUInt128BigEndian(message[1..], value);
        return key.Compute128(message);
    }

    /// <summary>
    /// Of all members by value; metadata without white space between its tokens. Each part is preceded by its length,
    /// an absent one by −1. Not of the test clock, which is about the sending.
    /// </summary>
    public UInt128 OfRequest(RecordEventRequest request)
    {
        var longest = 1 + 5 * sizeof(int) + sizeof(long) + (request.Metadata?.Length ?? 0)
            + Encoding.UTF8.GetMaxByteCount(request.UserId.Length + request.EventType.Length + (request.DisplayName?.Length ?? 0));
        var buffer = ArrayPool<byte>.Shared.Rent(longest);
        try
        {
            buffer[0] = (byte)RequestKind.Event;
            var written = 1;
            Write(buffer, ref written, request.UserId);
            Write(buffer, ref written, request.EventType);
            Write(buffer, ref written, request.DisplayName);
            if (request.Metadata is { } metadata)
            {
                var length = MinifiedJson.Write(metadata, buffer.AsSpan(written + sizeof(int)));
                Write(buffer, ref written, length);
                written += length;
            }
            else
            {
                Write(buffer, ref written, -1);
            }

            if (request.OccurredAt is { } occurredAt)
            {
                BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(written), occurredAt.UtcTicks);
                written += sizeof(long);
            }

            return _fingerprintKey.Compute128(buffer.AsSpan(0, written));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Write(byte[] buffer, ref int written, string? text)
    {
        var length = text is null ? -1 : Encoding.UTF8.GetBytes(text, buffer.AsSpan(written + sizeof(int)));
        Write(buffer, ref written, length);
        written += Math.Max(0, length);
    }

    private static void Write(byte[] buffer, ref int written, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(written), length);
        written += sizeof(int);
    }
}

/// <summary>What an id names. The numbers are hashed, so they only grow.</summary>
internal enum RequestKind : byte
{
    Event = 1,
    Adjustment = 2,
    Referral = 5,
    ReferralCredit = 6,
}
