using System.Text;
using System.Text.Json.Nodes;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Cluster.Tests.Exports;

/// <summary>What must be said of a change, and of which entry.</summary>
internal sealed record Expected(string Stream, long Version, string What);

/// <summary>Single changes of an export. Each says which finding it must lead to.</summary>
internal static class Tampering
{
    /// <summary>Changes of the file alone: somebody edits what they were given.</summary>
    public static readonly Dictionary<string, (string Mode, Func<EditableExport, Expected> Change)> ByHand = new()
    {
        ["readable points"] = ("odds", export => Of(
            export.First<StoredEvent>(recorded => recorded.PointsEarned > 0), line => line["entry"]!["pointsEarned"] = 1_000_000, "otherwise than its bytes say")),
        ["readable tier of an award"] = ("odds", export => Of(
            export.First<StoredPrizeAwarded>(), line => line["entry"]!["tier"] = 7, "otherwise than its bytes say")),
        ["readable member too many"] = ("deck", export => Of(
            export.First<StoredCardLost>(), line => line["entry"]!["tier"] = 0, "otherwise than its bytes say")),
        ["bytes"] = ("odds", export => Of(export.First<StoredEvent>(), line =>
        {
            var raw = Convert.FromBase64String((string)line["raw"]!);
            raw[^1] ^= 1;
            line["raw"] = Convert.ToBase64String(raw);
        }, "does not fit the chain")),
        ["no bytes"] = ("odds", export => Of(export.First<StoredPrizeAwarded>(), line => line.Remove("raw"), "has no bytes")),
        ["time"] = ("moments", export => Of(
            export.First<StoredEvent>(), line => line["time"] = "2026-01-01T00:00:00.0000000Z", "does not fit the chain")),
        ["personal hash"] = ("odds", export => Of(
            export.First<StoredEvent>(), line => line["personalHash"] = new string('0', 64), "does not fit the chain")),
        ["chain"] = ("odds", export => Of(export.First<StoredEvent>(), line => line["chain"] = new string('a', 64), "does not fit the chain")),
        ["commitment in the activation"] = ("odds", export => Of(
            export.Lines.First(line => (string?)line["entry"]?["type"] == "campaign.activated"),
            line => line["entry"]!["seedHash"] = new string('0', 64), "seedHash is not the one")),
        ["entries exchanged"] = ("odds", export =>
        {
            var at = Second(export);
            (export.Lines[at], export.Lines[at + 1]) = (export.Lines[at + 1], export.Lines[at]);
            return new Expected(EditableExport.NameOf(export.Lines[at]), 2, "is missing");
        }
        ),
        ["entry removed"] = ("odds", export =>
        {
            var at = Second(export);
            var removed = export.Lines[at];
            export.Lines.RemoveAt(at);
            return new Expected(EditableExport.NameOf(removed), 2, "is missing");
        }
        ),
        ["participant removed"] = ("odds", export =>
        {
            RemoveWinner(export);
            return new Expected("file", 0, "participants, and there are");
        }
        ),
        ["file cut off"] = ("odds", export =>
        {
            export.Lines.RemoveRange(export.Lines.Count - 3, 3);
            return new Expected("file", 0, "it was cut off");
        }
        ),
        ["participant twice"] = ("odds", export =>
        {
            var line = export.Lines[Second(export) - 1];
            export.Lines.Insert(export.Lines.Count - 1, (JsonObject)line.DeepClone());
            return new Expected(EditableExport.NameOf(line), 1, "is not in the order of an export");
        }
        ),
    };

    /// <summary>Changes of the history itself, with bytes, chains and footer made anew: only what the entries say gives them away.</summary>
    public static readonly Dictionary<string, (string Mode, Func<EditableExport, Expected> Change)> Forged = new()
    {
        ["points of an event"] = ("odds", export => Forge<StoredEvent>(
            export, recorded => recorded.PointsEarned > 0, recorded => recorded with { PointsEarned = recorded.PointsEarned + 1 }, "its parts come to")),
        ["points of an event and their parts"] = ("odds", export => Forge<StoredEvent>(
            export, recorded => recorded.LimitedPoints > 0 && recorded.EventType == "visit",
            recorded => recorded with { PointsEarned = recorded.PointsEarned + 100, LimitedPoints = recorded.LimitedPoints + 100 }, "within their limits")),
        ["total that was told"] = ("odds", export => Forge<StoredEvent>(
            export, _ => true, recorded => recorded with { Answer = Replace(recorded.Answer, "\"totalPoints\":", "\"totalPoints\":1") }, "tells the client a total")),
        ["points of a prize"] = ("odds", export => Forge<StoredEvent>(
            export, HasWin, recorded => recorded with { PrizePoints = recorded.PrizePoints + 1 }, "points of a prize")),
        ["milestone taken away"] = ("odds", export => Forge<StoredEvent>(
            export, recorded => recorded.MilestonesReached is not null, recorded => recorded with { MilestonesReached = null }, "does not reach milestone")),
        ["milestone given twice"] = ("odds", export => Forge<StoredEvent>(
            export, recorded => recorded.MilestonesReached is not null,
            recorded => recorded with { MilestonesReached = [.. recorded.MilestonesReached!.Select(one => one with { Times = 9 })] }, "9 times")),
        ["rule in its cooldown"] = ("odds", export => Forge<StoredEvent>(
            export, recorded => recorded.EventType == "purchase" && recorded.Rules is { } rules && rules.All(rule => rule.Id != "slow"),
            recorded => recorded with { Rules = [.. recorded.Rules!, new StoredAppliedRule("slow", 7)] }, "was cooling down")),
        ["rule over its limit"] = ("odds", export => Forge<StoredEvent>(
            export, recorded => recorded.EventType == "purchase" && recorded.Rules is { } rules && rules.All(rule => rule.Id != "first"),
            recorded => recorded with { Rules = [new StoredAppliedRule("first", 10), .. recorded.Rules!] }, "was used 1 times")),
        ["streak"] = ("odds", export => Forge<StoredEvent>(
            export, recorded => recorded.StreakDays == 1, recorded => recorded with { StreakDays = 2 }, "makes a streak of 2")),
        ["local day"] = ("odds", export => Forge<StoredEvent>(
            export, _ => true, recorded => recorded with { Periods = recorded.Periods with { Day = recorded.Periods.Day + 1 } }, "another local day")),
        ["version of the definition"] = ("odds", export => Forge<StoredEvent>(
            export, _ => true, recorded => recorded with { DefinitionVersion = 9 }, "definition 9")),
        ["number of a play"] = ("deck", export => Forge<StoredEvent>(
            export, recorded => recorded.Play is { Number: 1 }, recorded => recorded with { Play = recorded.Play! with { Number = 2 } }, "is play 2")),
        ["play hidden"] = ("deck", export => Forge<StoredEvent>(
            export, recorded => recorded.Play is { Win: null }, recorded => recorded with { Play = null }, "is no play")),
        ["tier of a win"] = ("odds", export => Forge<StoredEvent>(
            export, HasWin, recorded => WithWin(recorded, win => win with { Tier = 1 - win.Tier }), "the definition does not have")),
        ["code of a win"] = ("odds", export =>
        {
            var code = ((StoredEvent)export.Decode(export.First<StoredEvent>(HasWin))).Play!.Win!.WinCode;
            return Forge<StoredEvent>(
                export, recorded => recorded.Play?.Win is { } win && win.WinCode != code,
                recorded => WithWin(recorded, win => win with { WinCode = code }), "which another entry has too");
        }
        ),
        ["award of a win"] = ("odds", export => Forge<StoredEvent>(
            export, recorded => recorded.Play?.Win is { Award: > 2 },
            recorded => WithWin(recorded, win => win with { Award = 1 }), "made for another claim")),
        ["win hidden"] = ("odds", export =>
        {
            var line = export.First<StoredEvent>(HasWin);
            var award = ((StoredEvent)export.Decode(line)).Play!.Win!.Award;
            export.Forge<StoredEvent>(line, recorded => recorded with { Play = recorded.Play! with { Win = null } });
            return PoolOf(export, award, "no entry of");
        }
        ),
        ["participant removed"] = ("odds", export => PoolOf(export, RemoveWinner(export), "no entry of")),
        ["win of another tier everywhere"] = ("odds", export =>
        {
            var line = export.First<StoredEvent>(recorded => recorded.Play?.Win is { Tier: 1 });
            var award = ((StoredEvent)export.Decode(line)).Play!.Win!.Award;
            export.Forge<StoredPrizeAwarded>(export.First<StoredPrizeAwarded>(awarded => awarded.Award == award), awarded => awarded with { Tier = 0 });
            return Forge<StoredEvent>(
                export, recorded => recorded.Play?.Win?.Award == award,
                recorded => WithWin(recorded, win => win with { Tier = 0, TierName = "Gold", Points = 500 }) with { PrizePoints = 500 },
                "has a win of tier 0, and its draw hits tier 1");
        }
        ),
        ["award of another participant"] = ("deck", export => Forge<StoredEvent>(
            export, recorded => recorded.Play is { LosingAward: > 2 },
            recorded => recorded with { Play = recorded.Play! with { LosingAward = 1 } }, "made for another claim")),
        ["card of a prize"] = ("deck", export => Forge<StoredPrizeTaken>(
            export, taken => taken.Card > 0, taken => taken with { Card = taken.Card + 1 }, "follows card")),
        ["unit of a card"] = ("deck", export => Forge<StoredPrizeTaken>(
            export, taken => taken is { Card: > 0, FromWaiting: false }, taken => taken with { Tier = 1 - taken.Tier }, "and the seed has it as")),
        ["losing card hidden as withheld"] = ("deck", export => Forge<StoredCardLost>(
            export, lost => lost.Withheld is null, lost => lost with { Withheld = 1 }, "and the seed has it as a losing one")),
        ["award number"] = ("deck", export => Forge<StoredCardLost>(
            export, _ => true, lost => lost with { Award = lost.Award + 1 }, "follows award")),
        ["moment of a unit"] = ("moments", export => Forge<StoredPrizeTaken>(
            export, taken => taken.Moment > 0, taken => taken with { Moment = taken.Moment - 1 }, "by the seed is")),
        ["unit before its moment"] = ("moments", export => Forge<StoredPrizeTaken>(
            export, taken => taken.Moment > 0, taken => taken with { At = taken.Moment - 1 }, "before its moment")),
        ["units of a restock"] = ("moments", export => Forge<StoredTierRestocked>(
            export, _ => true, restocked => restocked with { Added = restocked.Added + 1 }, "does not have the stock")),
        ["unit given back twice"] = ("odds", export => Forge<StoredWinTakenBack>(
            export, _ => true, taken => taken with { Award = 999 }, "award 999 is taken back")),
        ["prize handed out that nobody won"] = ("odds", export => Forge<StoredWinRedeemed>(
            export, _ => true, redeemed => redeemed with { Award = 999 }, "award 999 is handed out")),
        ["prize handed out that was taken back"] = ("odds", export => Forge<StoredWinRedeemed>(
            export, _ => true, redeemed => redeemed with { Award = ((StoredWinTakenBack)export.Decode(export.First<StoredWinTakenBack>())).Award }, "not any more")),
        ["reward of a referrer"] = ("odds", export => Forge<StoredReferralCredited>(
            export, credited => credited.Reward > 0, credited => credited with { Reward = credited.Reward + 1 }, "the definition gives")),
        ["reward beyond the limit"] = ("odds", export => Forge<StoredReferralCredited>(
            export, credited => credited.Reward == 0, credited => credited with { Reward = 30 }, "the definition gives 0")),
        ["referrer of a referral"] = ("odds", export => Forge<StoredReferralCredited>(
            export, _ => true, credited => credited with { Referee = 7 }, "never completed")),
        ["reward that the referrer does not have"] = ("odds", export => Forge<StoredReferralCompleted>(
            export, _ => true, completed => completed with { ReferrerReward = completed.ReferrerReward + 1 }, "the referrer's entry")),
        ["referral completed twice"] = ("odds", export => Forge<StoredReferralCompleted>(
            export, _ => true, completed => completed with { Referrer = 7 }, "was not begun")),
        ["points taken back"] = ("odds", export => Forge<StoredWinVoided>(
            export, _ => true, voided => voided with { Points = voided.Points + 1 }, "takes back")),
        ["adjustment below zero"] = ("odds", export => Forge<StoredPointsAdjusted>(
            export, adjusted => adjusted.Points < 0, adjusted => adjusted with { Points = adjusted.Points - 1 }, "points of")),
        ["odds of a tier"] = ("odds", export =>
        {
            var activation = export.Lines.First(line => (string?)line["entry"]?["type"] == "campaign.activated");
            export.Forge<CampaignDefined>(
                export.First<CampaignDefined>(), defined => defined with { Document = Replace(defined.Document, "\"odds\": 0.4", "\"odds\": 0.3") });
            export.Reseal();
            return new Expected("campaign", EditableExport.VersionOf(activation), "frozen members are not those");
        }
        ),
        ["odds of a later version"] = ("odds", export => Forge<CampaignDefined>(
            export, defined => defined.Version == 2,
            defined => defined with { Document = Replace(defined.Document, "\"odds\": 0.4", "\"odds\": 0.3") }, "changes what is frozen")),
        ["time before the entry before"] = ("odds", export =>
        {
            var line = export.Lines[Second(export)];
            line["time"] = "2026-01-01T00:00:00.0000000Z";
            export.Reseal();
            return new Expected(EditableExport.NameOf(line), EditableExport.VersionOf(line), "is older than the entry before");
        }
        ),
    };

    private static Expected Of(JsonObject line, Action<JsonObject> change, string what)
    {
        var expected = new Expected(EditableExport.NameOf(line), EditableExport.VersionOf(line), what);
        change(line);
        return expected;
    }

    private static Expected Forge<T>(EditableExport export, Func<T, bool> isSo, Func<T, T> change, string what) where T : class
    {
        var line = export.Forge(export.First(isSo), change);
        return new Expected(EditableExport.NameOf(line), EditableExport.VersionOf(line), what);
    }

    private static bool HasWin(StoredEvent recorded) => recorded.Play?.Win is not null;

    private static StoredEvent WithWin(StoredEvent recorded, Func<StoredWin, StoredWin> change) =>
        recorded with { Play = recorded.Play! with { Win = change(recorded.Play.Win!) } };

    /// <summary>The second entry of a participant with more than two.</summary>
    private static int Second(EditableExport export) => Enumerable.Range(0, export.Lines.Count - 1).First(at =>
        export.Lines[at]["ref"] is { } participant && EditableExport.VersionOf(export.Lines[at]) == 2
        && (string?)export.Lines[at + 1]["ref"] == (string?)participant);

    /// <returns>The first award of one that the pool does not hold void.</returns>
    private static long RemoveWinner(EditableExport export)
    {
        var line = export.First<StoredEvent>(HasWin);
        var participant = (string?)line["ref"];
        var award = ((StoredEvent)export.Decode(line)).Play!.Win!.Award;
        export.Lines.RemoveAll(one => (string?)one["ref"] == participant);
        return award;
    }

    private static Expected PoolOf(EditableExport export, long award, string what) => new(
        "pool", EditableExport.VersionOf(export.First<StoredPrizeAwarded>(awarded => awarded.Award == award)), what);

    private static byte[] Replace(byte[] json, string what, string by)
    {
        var text = Encoding.UTF8.GetString(json);
        Assert.Contains(what, text);
        return Encoding.UTF8.GetBytes(text.Replace(what, by, StringComparison.Ordinal));
    }
}
