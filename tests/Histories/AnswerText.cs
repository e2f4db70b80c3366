using System.Text;
using System.Text.Json;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Histories;

/// <summary>The numbers of an answer, read as a client would.</summary>
public sealed record AnswerText(long PointsEarned, long TotalPoints, long PrizePoints, string? WinCode)
{
    public static AnswerText Read(ReadOnlyMemory<byte> data)
    {
        using var document = JsonDocument.Parse(data);
        var answer = document.RootElement;
        var game = answer.GetProperty("instantWin");
        return new AnswerText(
            answer.GetProperty("pointsEarned").GetInt64(),
            answer.GetProperty("totalPoints").GetInt64(),
            game.GetProperty("pointsEarned").GetInt64(),
            game.TryGetProperty("winCode", out var code) ? code.GetString() : null);
    }

    /// <summary>What the client got: an entry keeps its answer without the event's id, which is personal.</summary>
    public static byte[] Whole(StoredEvent recorded, string eventId) =>
    [
        .. recorded.Answer.AsSpan(0, recorded.EventIdAt),
        .. Encoding.UTF8.GetBytes($",\"eventId\":\"{JsonEncodedText.Encode(eventId)}\""),
        .. recorded.Answer.AsSpan(recorded.EventIdAt),
    ];
}
