using System.Text.Json;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Grains.Participants;

/// <summary>What the audit keeps of corrections: it names the participant by the ref, never by the user id.</summary>
internal static class ParticipantAudit
{
    /// <param name="points">As asked for; what was applied is in the participant's entry.</param>
    public static byte[] OfAdjustment(ParticipantRef participant, long points, string reason) =>
        JsonSerializer.SerializeToUtf8Bytes(new { participantRef = participant.ToString(), points, reason });

    public static byte[] OfExclusion(ParticipantRef participant, string reason) =>
        JsonSerializer.SerializeToUtf8Bytes(new { participantRef = participant.ToString(), reason });

    public static byte[] OfErasure(ParticipantRef participant) =>
        JsonSerializer.SerializeToUtf8Bytes(new { participantRef = participant.ToString() });
}
