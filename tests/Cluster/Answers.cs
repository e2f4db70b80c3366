using System.Text.Json;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Cluster.Tests;

/// <summary>What an answer says, read as a client would.</summary>
internal static class Answers
{
    /// <summary>The code that was won, or null.</summary>
    public static string? WinCode(this RecordEventReply reply)
    {
        using var answer = JsonDocument.Parse(reply.Data!);
        return answer.RootElement.GetProperty("instantWin").TryGetProperty("winCode", out var code) ? code.GetString() : null;
    }
}
