using System.Text.Json;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Verify.Files;

namespace CampaignEngine.Verify.Participants;

/// <summary>What the client was told against what the entry holds.</summary>
internal static class AnswerCheck
{
    /// <param name="total">After the entry.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Of(StoredEvent recorded, long total) => Read(recorded.Answer, answer =>
    {
        if (answer.GetProperty("totalPoints").GetInt64() is var told && told != total)
            return $"tells the client a total of {told}, and it is {total}";
        if (answer.GetProperty("pointsEarned").GetInt64() != recorded.PointsEarned)
            return "tells the client other points than it has";
        var win = recorded.Play?.Win;
        if (!answer.TryGetProperty("instantWin", out var game))
            return win is null ? null : "does not tell the client of a win";
        return game.GetProperty("won").GetBoolean() != win is not null
            || (win is not null && (game.GetProperty("prizeTier").GetString() != win.TierName
                || game.GetProperty("winCode").GetString() != win.WinCode || game.GetProperty("pointsEarned").GetInt64() != win.Points))
            ? "tells the client another win than it has"
            : null;
    });

    /// <inheritdoc cref="Of(StoredEvent, long)"/>
    public static string? Of(StoredPointsAdjusted adjusted, long total) => Read(adjusted.Answer, answer =>
        answer.GetProperty("totalPoints").GetInt64() is var told && told != total
            ? $"tells the client a total of {told}, and it is {total}"
            : null);

    /// <param name="earned">By the code and the milestones that it reached.</param>
    /// <inheritdoc cref="Of(StoredEvent, long)"/>
    public static string? Of(StoredCodeRedeemed redeemed, long earned, long total) => Read(redeemed.Answer, answer =>
        answer.GetProperty("totalPoints").GetInt64() is var told && told != total
            ? $"tells the client a total of {told}, and it is {total}"
            : answer.GetProperty("pointsEarned").GetInt64() != earned ? "tells the client other points than it has" : null);

    private static string? Read(byte[] bytes, Func<JsonElement, string?> check)
    {
        try
        {
            using var answer = JsonDocument.Parse(bytes);
            return check(answer.RootElement);
        }
        catch (Exception exception) when (Json.IsUnexpected(exception))
        {
            return "has an answer that cannot be read";
        }
    }
}
