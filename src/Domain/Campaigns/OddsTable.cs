using System.Collections.Immutable;
using System.Numerics;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>
/// Which tier a draw hits: tier i when the draw is below floor((odds of tiers 0 to i) × 2^64) and not below that of
/// tier i−1. Computed exactly, so that anyone can compute it again (architecture, "Randomness that can be checked").
/// </summary>
internal sealed class OddsTable
{
    // 128 bits, because odds that add up to 1 give 2^64 itself.
    private readonly ImmutableArray<UInt128> _thresholds;

    /// <exception cref="ArgumentException">Odds that are negative or add up to more than 1.</exception>
    public OddsTable(IEnumerable<decimal> odds)
    {
        var thresholds = ImmutableArray.CreateBuilder<UInt128>();
        var cumulative = 0m;
        foreach (var one in odds)
        {
            // A sum of at most 2 with 28 decimals still fits a decimal, so nothing is rounded here.
            if (one is < 0 or > 1 || (cumulative += one) > 1)
                throw new ArgumentException("Odds are from 0 to 1 and add up to at most 1.", nameof(odds));
            thresholds.Add(Threshold(cumulative));
        }
        _thresholds = thresholds.ToImmutable();
    }

    /// <returns>The index of the tier, or null for a draw that loses.</returns>
    public int? Hit(ulong draw)
    {
        for (var tier = 0; tier < _thresholds.Length; tier++)
        {
            if (draw < _thresholds[tier])
                return tier;
        }
        return null;
    }

    /// <returns>floor(share × 2^64).</returns>
    private static UInt128 Threshold(decimal share)
    {
        // Without its decimals, a decimal is a whole number of up to 96 bits over a power of ten.
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(share, bits);
        var mantissa = new BigInteger(new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0));
        return (UInt128)((mantissa << 64) / BigInteger.Pow(10, share.Scale));
    }
}
