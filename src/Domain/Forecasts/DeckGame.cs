using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>Mode deck: every play takes a card. A prize that its player may not have waits for one who may.</summary>
internal sealed class DeckGame(InstantWinDefinition definition, ForecastStock stock, WinLimit winLimit)
    : PrizeGame(definition, stock, winLimit)
{
    private readonly long[] _waiting = new long[definition.Tiers.Length];
    private readonly long[] _inDeck = new long[definition.Tiers.Length];
    private readonly long[] _fresh = new long[definition.Tiers.Length];
    private long _cards;

    public override void Start(Xoshiro256 random)
    {
        base.Start(random);
        _cards = Stock.CardsLeft;
        for (var tier = 0; tier < _inDeck.Length; tier++)
            (_waiting[tier], _inDeck[tier]) = (Stock.Tiers[tier].Waiting, Stock.Tiers[tier].Remaining - Stock.Tiers[tier].Waiting);
    }

    protected override void PlayDay(Xoshiro256 random, ForecastDay day, long plays)
    {
        var drawn = Math.Min(plays, _cards);
        var (cards, open) = (_cards, drawn);
        for (var tier = 0; tier < _inDeck.Length; tier++)
        {
            var prizes = Hypergeometric.Draw(random, cards, _inDeck[tier], open);
            cards -= _inDeck[tier];
            open -= prizes;
            _inDeck[tier] -= prizes;
            _waiting[tier] += _fresh[tier] = prizes;
        }

        _cards -= drawn;
        var eligible = WinLimit.Eligible(random, plays);
        Give(eligible, eligible, _waiting, _fresh);
        WinLimit.Count(plays, eligible, Given.Sum());
    }
}
