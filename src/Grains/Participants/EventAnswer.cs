using System.Text.Encodings.Web;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Grains.Participants;

/// <summary>
/// The <c>data</c> member that answers an event, as UTF-8 JSON: the contract's members first and in its order, then
/// ours. It is kept with the entry without the event's id, which may name a person; a replay has the id, since it was
/// found by it, and writes the same bytes again.
/// </summary>
/// <param name="Stored">Without the id.</param>
/// <param name="EventIdAt">Where in it the member with the id belongs; 0 when it is there already.</param>
internal readonly record struct EventAnswer(byte[] Stored, int EventIdAt)
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
    private static readonly JsonEncodedText Streak = JsonEncodedText.Encode("streak");
    private static readonly JsonEncodedText PlaysRemaining = JsonEncodedText.Encode("playsRemaining");

    /// <param name="after">The participant with this event applied.</param>
    public static EventAnswer Of(Campaign campaign, Participant after, EventRecorded outcome)
    {
        var json = AnswerWriter.Begin();
        json.WriteNumber(PointsEarned, outcome.PointsEarned);
        json.WriteNumber(TotalPoints, after.TotalPoints);
        if (campaign.InstantWin is { } game)
            WriteInstantWin(json, game, outcome.Play);
        json.WriteString(Message, Recorded);
        var eventIdAt = (int)(json.BytesCommitted + json.BytesPending);
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

        return new EventAnswer(AnswerWriter.End(json), eventIdAt);
    }

    /// <summary>What is sent, and sent again.</summary>
    public static byte[] Of(StoredEvent recorded, string eventId) => new EventAnswer(recorded.Answer, recorded.EventIdAt).With(eventId);

    private byte[] With(string eventId)
    {
        if (EventIdAt == 0)
            return Stored;
        var id = JsonEncodedText.Encode(eventId, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
        var whole = new byte[Stored.Length + EventIdMember.Length + id.Length + 1];
        var rest = whole.AsSpan();
        Put(Stored.AsSpan(0, EventIdAt), ref rest);
        Put(EventIdMember, ref rest);
        Put(id, ref rest);
        Put("\""u8, ref rest);
        Put(Stored.AsSpan(EventIdAt), ref rest);
        return whole;
    }

    private static ReadOnlySpan<byte> EventIdMember => ",\"eventId\":\""u8;

    private static void Put(ReadOnlySpan<byte> part, ref Span<byte> rest)
    {
        part.CopyTo(rest);
        rest = rest[part.Length..];
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
