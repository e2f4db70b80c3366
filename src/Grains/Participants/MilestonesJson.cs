using System.Collections.Immutable;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Grains.Participants;

/// <summary>The member <c>milestones</c> of an answer, in campaigns that have some.</summary>
internal static class MilestonesJson
{
    private static readonly JsonEncodedText Milestones = JsonEncodedText.Encode("milestones");

    public static void Write(
        Utf8JsonWriter json, Campaign campaign, Participant after, ImmutableArray<ReachedMilestone> reached)
    {
        if (campaign.Milestones.IsEmpty)
            return;
        json.WriteStartObject(Milestones);
        json.WriteStartArray("reached"u8);
        foreach (var milestone in reached)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, milestone.Id);
            json.WriteString("name"u8, milestone.Name);
            json.WriteNumber("bonusPoints"u8, milestone.BonusPoints);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (NextMilestone.Of(campaign, after) is { } next)
        {
            json.WriteStartObject("next"u8);
            json.WriteString("id"u8, next.Id);
            json.WriteString("name"u8, next.Name);
            json.WriteNumber("points"u8, next.Points);
            json.WriteNumber("remaining"u8, next.Remaining);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("next"u8);
        }

        json.WriteEndObject();
    }
}
