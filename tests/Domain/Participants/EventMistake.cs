using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>
/// The domain with a rule that it does not know or that it has wrong, or with something that it does not write down: what
/// the model must notice.
/// </summary>
/// <param name="Decides">What it takes the definition for.</param>
/// <param name="Folds">What it takes an entry for.</param>
internal sealed record EventMistake(Func<CampaignDefinition, CampaignDefinition> Decides, Func<EventRecorded, EventRecorded> Folds)
{
    public static readonly Dictionary<string, EventMistake> All = new()
    {
        ["no limits of rules"] = Deciding(it => it with { Points = Rules(it, rule => rule with { Limits = [] }) }),
        ["one use more of a rule"] = Deciding(
            it => it with { Points = Rules(it, rule => rule with { Limits = [.. rule.Limits.Select(limit => limit with { Times = limit.Times + 1 })] }) }),
        ["limits of months for limits of weeks"] = Deciding(
            it => it with { Points = Rules(it, rule => rule with { Limits = [.. rule.Limits.Select(limit => limit.Per == Period.Week ? limit with { Per = Period.Month } : limit)] }) }),
        ["no cooldown"] = Deciding(it => it with { Points = Rules(it, rule => rule with { CooldownSeconds = null }) }),
        ["no caps"] = Deciding(it => it with { Points = it.Points with { MaxPointsPerUser = [] } }),
        ["a cap that is not by one point"] = Deciding(
            it => it with { Points = it.Points with { MaxPointsPerUser = [.. it.Points.MaxPointsPerUser.Select(cap => cap with { Points = cap.Points + 1 })] } }),
        ["no limits of plays"] = Deciding(it => it with { InstantWin = it.InstantWin is { } game ? game with { MaxPlays = [] } : null }),
        ["no limit of wins"] = Deciding(it => it with { InstantWin = it.InstantWin is { } game ? game with { MaxWinsPerUser = null } : null }),
        ["milestones once"] = Deciding(it => it with { Milestones = [.. it.Milestones.Select(one => one with { Repeats = false })] }),
        ["no streak"] = Deciding(it => it with { Streak = null }),
        ["streak bonuses once"] = Deciding(
            it => it with { Streak = it.Streak is { } streak ? streak with { Bonuses = [.. streak.Bonuses.Select(bonus => bonus with { Repeats = false })] } : null }),
        ["days of UTC"] = Deciding(it => it with { TimeZone = "UTC" }),
        ["uses of rules not written down"] = Folding(it => it with { Rules = [] }),
        ["limited points not written down"] = Folding(it => it with { LimitedPoints = 0 }),
        ["milestones not written down"] = Folding(it => it with { MilestonesReached = [] }),
        ["counts not written down"] = Folding(it => it with { IsCounted = false }),
        ["the play not written down"] = Folding(it => it with { Play = null }),
    };

    private static EventMistake Deciding(Func<CampaignDefinition, CampaignDefinition> decides) => new(decides, entry => entry);

    private static EventMistake Folding(Func<EventRecorded, EventRecorded> folds) => new(definition => definition, folds);

    private static PointsDefinition Rules(CampaignDefinition definition, Func<PointRule, PointRule> change) =>
        definition.Points with { Rules = [.. definition.Points.Rules.Select(change)] };
}
