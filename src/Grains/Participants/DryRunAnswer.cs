using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Grains.Participants;

/// <summary>The <c>data</c> member that answers a dry run. Its reasons are for programs: they only grow.</summary>
internal static class DryRunAnswer
{
    public static byte[] Write(EventExplanation explained)
    {
        var json = AnswerWriter.Begin();
        WriteReason(json, "refusal"u8, explained.Refusal);
        json.WriteNumber("pointsEarned"u8, explained.PointsEarned);
        json.WriteNumber("totalPoints"u8, explained.TotalPoints);
        WriteArray(json, "rules"u8, explained.Rules, Write);
        WriteArray(json, "maxPointsPerUser"u8, explained.Caps, Write);
        if (explained.Streak is { } streak)
        {
            json.WriteStartObject("streak"u8);
            json.WriteNumber("days"u8, streak.Days);
            WriteArray(json, "bonuses"u8, streak.Bonuses, Write);
            json.WriteEndObject();
        }

        WriteArray(json, "milestones"u8, explained.Milestones, Write);
        if (explained.Play is { } play)
            Write(json, play);
        return AnswerWriter.End(json);
    }

    private static void Write(Utf8JsonWriter json, RuleExplanation rule)
    {
        var verdict = rule.Verdict;
        json.WriteString("id"u8, rule.Id);
        WriteReason(json, "reason"u8, verdict.Reason);
        json.WriteNumber("points"u8, verdict.Points);
        if (verdict.Condition is { } condition)
            json.WriteNumber("condition"u8, condition);
        if (verdict.Limit is { } limit)
        {
            json.WriteStartObject("limit"u8);
            json.WriteNumber("times"u8, limit.Times);
            WriteReason(json, "per"u8, limit.Per);
            json.WriteEndObject();
        }

        if (rule.Until is { } until)
            json.WriteString("until"u8, until.UtcDateTime);
    }

    private static void Write(Utf8JsonWriter json, CapExplanation cap)
    {
        json.WriteNumber("points"u8, cap.Limit.Points);
        WriteReason(json, "per"u8, cap.Limit.Per);
        json.WriteString("reason"u8, cap.Cut > 0 ? "cut_by_cap"u8 : "not_reached"u8);
        json.WriteNumber("left"u8, cap.Left);
        json.WriteNumber("cut"u8, cap.Cut);
    }

    private static void Write(Utf8JsonWriter json, StreakBonusExplanation bonus)
    {
        json.WriteNumber("days"u8, bonus.Bonus.Days);
        WriteReason(json, "reason"u8, bonus.Reason);
        json.WriteNumber("points"u8, bonus.Reason == StreakReason.Applied ? bonus.Bonus.Points : 0);
    }

    private static void Write(Utf8JsonWriter json, MilestoneExplanation milestone)
    {
        json.WriteString("id"u8, milestone.Milestone.Id);
        WriteReason(json, "reason"u8, milestone.Reason);
        json.WriteNumber("bonusPoints"u8, milestone.BonusPoints);
        json.WriteNumber("times"u8, milestone.Times);
        json.WriteNumber("value"u8, milestone.Value);
        if (milestone.NextAt is { } next)
            json.WriteNumber("nextAt"u8, next);
        else
            json.WriteNull("nextAt"u8);
    }

    private static void Write(Utf8JsonWriter json, PlayExplanation play)
    {
        json.WriteStartObject("instantWin"u8);
        json.WriteBoolean("wouldPlay"u8, play.Reason == PlayReason.Applied);
        WriteReason(json, "reason"u8, play.Reason);
        if (play.Condition is { } condition)
            json.WriteNumber("condition"u8, condition);
        if (play.PlaysRemaining is { } remaining)
            json.WriteNumber("playsRemaining"u8, remaining);
        else
            json.WriteNull("playsRemaining"u8);
        json.WriteBoolean("canWin"u8, play.Ineligible is null);
        WriteReason(json, "ineligible"u8, play.Ineligible);
        WriteReason(json, "mode"u8, play.Mode);
        if (play.Mode == InstantWinMode.Odds)
        {
            WriteArray(json, "tiers"u8, play.Tiers, static (json, tier) =>
            {
                json.WriteString("name"u8, tier.Name);
                json.WriteNumber("odds"u8, tier.Odds);
            });
        }

        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The name of a value in snake_case; null as <c>null</c>.</summary>
    private static void WriteReason<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value) where T : struct, Enum
    {
        if (value is { } reason)
            json.WriteString(name, JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()));
        else
            json.WriteNull(name);
    }

    private static void WriteReason<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T value) where T : struct, Enum =>
        WriteReason<T>(json, name, (T?)value);
}
