using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Leaderboards;

namespace CampaignEngine.Gateway.Leaderboards;

/// <summary>
/// A place on the board as text in a URL: base64url of a format (1), points (8), UTC ticks (8), and the user id as UTF-8.
/// Numbers are big endian.
/// </summary>
public static class BoardCursor
{
    private const byte Format = 0xB1;
    private const int UserIdOffset = 1 + 8 + 8;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Write(BoardPlace place)
    {
        var bytes = new byte[UserIdOffset + Encoding.UTF8.GetByteCount(place.UserId)];
        bytes[0] = Format;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), place.Points);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(9), place.ReachedAt.UtcTicks);
        Encoding.UTF8.GetBytes(place.UserId, bytes.AsSpan(UserIdOffset));
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>Null when it is none of ours.</returns>
    public static BoardPlace? Parse(string text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (bytes.Length <= UserIdOffset || bytes[0] != Format)
                return null;
            var points = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1));
            var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(9));
            if (points is < 0 or > Participant.MaxTotalPoints || ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
                return null;
            var place = new BoardPlace(points, new DateTimeOffset(ticks, TimeSpan.Zero), Strict.GetString(bytes.AsSpan(UserIdOffset)));
            // One way to write each: what was written otherwise did not come from here.
            return CharacterLimits.ViolatedByUserId(place.UserId) is null && Write(place) == text ? place : null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
