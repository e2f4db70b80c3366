using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Grains.Participants;

/// <summary>The <c>data</c> member that answers an adjustment.</summary>
internal static class AdjustmentAnswer
{
    /// <param name="after">The participant with the adjustment applied.</param>
    public static byte[] Write(Campaign campaign, Participant after, PointsAdjusted adjusted)
    {
        var json = AnswerWriter.Begin();
        json.WriteNumber("pointsAdjusted"u8, adjusted.Points);
        json.WriteNumber("totalPoints"u8, after.TotalPoints);
        MilestonesJson.Write(json, campaign, after, adjusted.MilestonesReached);
        return AnswerWriter.End(json);
    }
}
