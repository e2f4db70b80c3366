using CampaignEngine.Domain.Codes;

namespace CampaignEngine.Grains.Participants;

/// <summary>The <c>data</c> member that answers a redemption.</summary>
internal static class RedemptionAnswer
{
    /// <param name="pointsEarned">With the bonuses of milestones.</param>
    /// <param name="code">As <see cref="Code.Normalize"/> makes it.</param>
    public static byte[] Write(long pointsEarned, long totalPoints, string code)
    {
        var json = AnswerWriter.Begin();
        json.WriteNumber("pointsEarned"u8, pointsEarned);
        json.WriteNumber("totalPoints"u8, totalPoints);
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, "Code redeemed successfully"u8);
        return AnswerWriter.End(json);
    }
}
