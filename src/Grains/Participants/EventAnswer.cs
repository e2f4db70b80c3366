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
    private static readonly JsonEncodedText Streak = JsonEncodedText.Encode("streak");
    private static readonly JsonEncodedText PlaysRemaining = JsonEncodedText.Encode("playsRemaining");

    /// <param name="after">The participant with this event applied.</param>
    public static byte[] Write(Campaign campaign, Participant after, EventRecorded outcome, string eventId)
    {
        var json = AnswerWriter.Begin();
        json.WriteNumber(PointsEarned, outcome.PointsEarned);
        json.WriteNumber(TotalPoints, after.TotalPoints);
        if (campaign.InstantWin is { } game)
            WriteInstantWin(json, game, outcome.Play);
        json.WriteString(Message, Recorded);
        json.WriteString(EventId, eventId);
        MilestonesJson.Write(json, campaign, after, outcome.MilestonesReached);
        if (campaign.Streak is not null)
        {
            json.WriteStartObject(Streak);
            json.WriteNumber("days"u8, after.Streak.DaysOn(outcome.Periods.Day));
            json.WriteEndObject();
        }

        if (campaign.InstantWin is not null)
        {
            if (EventRecorder.PlaysRemaining(campaign.InstantWin, after, outcome.Periods) is { } remaining)
                json.WriteNumber(PlaysRemaining, remaining);
            else
                json.WriteNull(PlaysRemaining);
        }

        return AnswerWriter.End(json);
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
}
