namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>What became of an award: the participant's entry carries it, or never will.</summary>
[GenerateSerializer, Alias("AwardFate")]
public enum AwardFate : byte
{
    Kept = 1,
    Released = 2,
}
