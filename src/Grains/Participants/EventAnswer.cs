using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Grains.Participants;

/// <summary>
/// The <c>data</c> member that answers an event, as UTF-8 JSON: the contract's members first and in its order, then
/// ours. It is kept with the entry, and a replay writes these bytes again.
/// </summary>
internal static class EventAnswer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonEncodedText PointsEarned = JsonEncodedText.Encode("pointsEarned");
    private static readonly JsonEncodedText TotalPoints = JsonEncodedText.Encode("totalPoints");
    private static readonly JsonEncodedText InstantWin = JsonEncodedText.Encode("instantWin");
    private static readonly JsonEncodedText Won = JsonEncodedText.Encode("won");
    private static readonly JsonEncodedText PrizeTier = JsonEncodedText.Encode("prizeTier");
    private static readonly JsonEncodedText WinCode = JsonEncodedText.Encode("winCode");
    private static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText Played = JsonEncodedText.Encode("played");
    private static readonly JsonEncodedText Recorded = JsonEncodedText.Encode("Event recorded successfully");
    private static readonly JsonEncodedText EventId = JsonEncodedText.Encode("eventId");
    private static readonly JsonEncodedText Milestones = JsonEncodedText.Encode("milestones");
    private static readonly JsonEncodedText PlaysRemaining = JsonEncodedText.Encode("playsRemaining");

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_json;

    /// <param name="after">The participant with this event applied.</param>
    public static byte[] Write(Campaign campaign, Participant after, EventRecorded outcome, string eventId)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(512);
        buffer.ResetWrittenCount();
        var json = t_json ??= new Utf8JsonWriter(buffer, Options);
        json.Reset(buffer);

        json.WriteStartObject();
        json.WriteNumber(PointsEarned, outcome.PointsEarned);
        json.WriteNumber(TotalPoints, after.TotalPoints);
        if (campaign.InstantWin is { } game)
            WriteInstantWin(json, game, outcome.Play);
        json.WriteString(Message, Recorded);
        json.WriteString(EventId, eventId);
        if (!campaign.Milestones.IsEmpty)
            WriteMilestones(json, campaign, after, outcome);
        if (campaign.InstantWin is not null)
        {
            if (EventRecorder.PlaysRemaining(campaign.InstantWin, after, outcome.Periods) is { } remaining)
                json.WriteNumber(PlaysRemaining, remaining);
            else
                json.WriteNull(PlaysRemaining);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteInstantWin(Utf8JsonWriter json, InstantWin game, Play? play)
    {
        json.WriteStartObject(InstantWin);
        if (play?.Win is { } win)
        {
            json.WriteBoolean(Won, true);
            json.WriteString(PrizeTier, win.TierName);
            json.WriteNumber(PointsEarned, win.Points);
            json.WriteString(WinCode, win.WinCode);
            json.WriteString(Message, game.Tiers[win.Tier].Message);
        }
        else
        {
            json.WriteBoolean(Won, false);
            json.WriteNumber(PointsEarned, 0);
            json.WriteString(Message, game.LosingMessage);
        }

        json.WriteBoolean(Played, play is not null);
        json.WriteEndObject();
    }

    private static void WriteMilestones(Utf8JsonWriter json, Campaign campaign, Participant after, EventRecorded outcome)
    {
        json.WriteStartObject(Milestones);
        json.WriteStartArray("reached"u8);
        foreach (var milestone in outcome.MilestonesReached)
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
