using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Grains.Participants;

/// <summary>The <c>data</c> member that answers a referral.</summary>
internal static class ReferralAnswer
{
    public static byte[] Write(ReferralCompleted completed)
    {
        var json = AnswerWriter.Begin();
        json.WriteNumber("referrerReward"u8, completed.ReferrerReward);
        json.WriteNumber("refereeReward"u8, completed.Reward);
        json.WriteString("message"u8, "Referral recorded successfully"u8);
        return AnswerWriter.End(json);
    }
}
