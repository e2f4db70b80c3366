using System.Globalization;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>The key of a participant's grain: the campaign's key, a slash, and the participantRef as 32 hexadecimal digits.</summary>
public static class ParticipantKey
{
    public static string Format(CampaignId campaign, ParticipantRef participant) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{campaign.App:N}/{(byte)campaign.Environment}/{campaign.Value:N}/{participant.Value:x32}");

    /// <exception cref="FormatException">Not a key that <see cref="Format"/> made.</exception>
    public static (CampaignId Campaign, ParticipantRef Participant) Parse(string key)
    {
        if (key.Length == CampaignKey.Length + 1 + 32
            && UInt128.TryParse(
                key.AsSpan(CampaignKey.Length + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var participant))
        {
            var campaign = CampaignKey.Parse(key.AsSpan(0, CampaignKey.Length));
            if (key == Format(campaign, new ParticipantRef(participant)))
                return (campaign, new ParticipantRef(participant));
        }

        throw new FormatException($"{key} is not the key of a participant.");
    }
}
