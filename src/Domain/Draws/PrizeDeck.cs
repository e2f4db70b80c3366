using System.Collections.Immutable;
using CampaignEngine.Domain.Hashing;

namespace CampaignEngine.Domain.Draws;

/// <summary>
/// The shuffled deck of a campaign in the mode <c>deck</c>. Its cards are numbered from 0, those of the first tier first,
/// then those of the second and so on; the rest lose. The campaign's kth play takes card P(k − 1), where P is the
/// <see cref="FeistelPermutation"/> of <see cref="Rounds"/> rounds under <see cref="CampaignDraw.DeckKey"/>.
/// </summary>
public sealed class PrizeDeck
{
    /// <summary>Many, because a small deck has few bits for each round to mix.</summary>
    public const int Rounds = 24;

    private readonly FeistelPermutation _shuffle;

    /// <summary>At index i the number of cards in tiers 0 to i.</summary>
    private readonly ImmutableArray<long> _ends;

    /// <param name="size">At least the sum of the quantities.</param>
    public PrizeDeck(CampaignDraw draw, long size, IEnumerable<long> quantities)
    {
        Size = size;
        _shuffle = new FeistelPermutation(draw.DeckKey(), size, Rounds);
        var end = 0L;
        _ends = [.. quantities.Select(quantity => end += quantity)];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, size, nameof(quantities));
    }

    public long Size { get; }

    /// <param name="play">The campaign's plays are numbered 1, 2, 3, … up to <see cref="Size"/>.</param>
    /// <returns>The index of the tier, or null: the card loses.</returns>
    public int? TierAt(long play)
    {
        var card = _shuffle.Permute(play - 1);
        for (var tier = 0; tier < _ends.Length; tier++)
        {
            if (card < _ends[tier])
                return tier;
        }

        return null;
    }
}
