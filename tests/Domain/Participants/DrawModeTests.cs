using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>What a play asks of the pool in each mode, and what comes of its answer.</summary>
public class DrawModeTests
{
    private const InstantWinMode Odds = InstantWinMode.Odds;
    private const InstantWinMode Deck = InstantWinMode.Deck;
    private const InstantWinMode Moments = InstantWinMode.Moments;

    // At most one win. In odds every draw hits the only tier.
    [Theory]
    [InlineData(Odds, "", "Gold, may win")]
    [InlineData(Odds, "excluded", null)]
    [InlineData(Odds, "has won", null)]
    [InlineData(Deck, "", "any, may win")]
    [InlineData(Deck, "excluded", "any, may not win")]
    [InlineData(Deck, "has won", "any, may not win")]
    [InlineData(Moments, "", "any, may win")]
    [InlineData(Moments, "excluded", null)]
    [InlineData(Moments, "has won", null)]
    public void A_play_asks_the_pool_where_it_may_have_to_give(InstantWinMode mode, string who, string? asked)
    {
        var participant = who switch
        {
            "excluded" => Participant.New with { IsExcluded = true },
            "has won" => Participant.New with { Wins = 1 },
            _ => Participant.New,
        };

        var decision = Begin(mode, participant);

        Assert.Equal(asked, decision is EventDecision.NeedsClaim { Plan: var plan }
            ? $"{plan.Tier?.Name ?? "any"}, may {(plan.IsEligible ? "win" : "not win")}"
            : null);
        // It is a play and earns points all the same.
        var outcome = decision is EventDecision.NeedsClaim claim ? claim.Plan.WithoutPrize : Assert.IsType<EventDecision.Done>(decision).Outcome;
        Assert.Equal((1, 100), (outcome.Play!.Number, outcome.PointsEarned));
    }

    [Theory]
    [InlineData(Odds, 1, "Gold")] // The draw has said which: it was the first.
    [InlineData(Deck, 1, "Silver")]
    [InlineData(Moments, 1, "Silver")]
    [InlineData(Deck, 0, "Gold")]
    public void The_pool_says_which_tier_where_no_draw_did(InstantWinMode mode, int tier, string name)
    {
        var outcome = EventRecorder.Finish(Plan(mode), new ClaimOutcome(7, "SUMM-22222222", tier));

        Assert.Equal((name, 7), (outcome.Play!.Win!.TierName, outcome.Play.Award));
        Assert.Equal(outcome.Play.Win.Points, outcome.PrizePoints);
        Assert.Equal(7, Participant.New.Apply(outcome, Given.Monday).LastAward);
    }

    [Theory]
    [InlineData(9, 9)] // A losing card of a deck is an award too, and the next claim closes it.
    [InlineData(0, 4)]
    public void A_play_that_loses_keeps_the_award_that_it_was_given(long award, long last)
    {
        var participant = Participant.New with { LastAward = 4 };

        var outcome = EventRecorder.Finish(Plan(Deck), new ClaimOutcome(award, WinCode: null));

        Assert.Equal((award, award), (outcome.Play!.LosingAward, outcome.Play.Award));
        Assert.Null(outcome.Play.Win);
        var after = participant.Apply(outcome, Given.Monday);
        Assert.Equal((last, 0, 1L), (after.LastAward, after.Wins, after.Plays.Total));
    }

    [Fact]
    public void A_claim_says_the_time_and_the_local_day_of_its_event()
    {
        var plan = Plan(Deck);

        Assert.Equal(Given.Monday, plan.Now);
        Assert.Equal(plan.Campaign.PeriodsAt(Given.Monday).Day, plan.Day);
    }

    // Two plays a campaign; an explanation never says what a draw would hit, and the odds only where there are some.
    [Theory]
    [InlineData(Odds, "spin", 0, false, PlayReason.Applied, 1, null, "Gold 1, Silver 0")]
    [InlineData(Deck, "spin", 0, false, PlayReason.Applied, 1, null, "")]
    [InlineData(Moments, "spin", 1, true, PlayReason.Applied, 0, IneligibleReason.Excluded, "")]
    [InlineData(Deck, "login", 0, false, PlayReason.OtherEventType, 2, null, "")]
    [InlineData(Deck, "spin", 2, false, PlayReason.LimitReached, 0, null, "")]
    public void An_explanation_of_a_play_has_its_odds_at_most(
        InstantWinMode mode, string type, int plays, bool excluded, PlayReason reason, int remaining, IneligibleReason? ineligible, string tiers)
    {
        var participant = Participant.New with { Plays = new Tally(plays, default, 0, 0, 0), IsExcluded = excluded };

        var explained = EventExplainer.Explain(
            Campaign(mode, new CountLimit(2, Period.Campaign)), CampaignStatus.Active, participant, Given.Event(type), Given.Monday);

        Assert.Equal((reason, remaining, ineligible), (explained.Play!.Reason, (int)explained.Play.PlaysRemaining!, explained.Play.Ineligible));
        Assert.Equal(tiers, string.Join(", ", explained.Play.Tiers.Select(tier => $"{tier.Name} {tier.Odds}")));
        Assert.Equal(plays == 2 ? EventRefusal.PlaysExceeded : null, explained.Refusal);
    }

    private static ClaimPlan Plan(InstantWinMode mode) =>
        Assert.IsType<EventDecision.NeedsClaim>(Begin(mode, Participant.New)).Plan;

    private static EventDecision Begin(InstantWinMode mode, Participant participant) => EventRecorder.Begin(
        Campaign(mode), CampaignStatus.Active, participant, Given.Somebody, Given.Event(), Given.Monday, Given.AnyDraw);

    private static Campaign Campaign(InstantWinMode mode, params CountLimit[] limits) => Given.Campaign(Given.Definition(game: Given.Game(
        [Given.Tier("Gold", mode == Odds ? 1 : 0), Given.Tier("Silver", 0, points: 30)], maxPlays: [.. limits], maxWinsPerUser: 1) with
    {
        Mode = mode,
        DeckSize = mode == Deck ? 100 : null,
    }));
}
