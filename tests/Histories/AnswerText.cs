using System.Text.Json;

namespace CampaignEngine.Histories;

/// <summary>The numbers of an answer, read as a client would.</summary>
public sealed record AnswerText(long PointsEarned, long TotalPoints, long PrizePoints, string? WinCode, string EventId)
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
            game.TryGetProperty("winCode", out var code) ? code.GetString() : null,
            answer.GetProperty("eventId").GetString()!);
    }
}
