using System.Numerics;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// The bound of <see cref="Milestone.Repeats"/>: a repeating milestone returns bonus ÷ points of what reaches it, and a
/// bonus reaches milestones again. With shares that add up to at most a half, an event's points at most double.
/// </summary>
internal static class RepeatedBonuses
{
    /// <summary>Computed exactly: three times 1 ÷ 6 is a half.</summary>
    public static bool GiveBackAtMostHalf(IEnumerable<Milestone> milestones)
    {
        var (sum, denominator) = (BigInteger.Zero, BigInteger.One);
        foreach (var milestone in milestones)
        {
            // 0 stands for a threshold that was wrong and has an error already, as one that counts events beside it has.
            if (!milestone.Repeats || milestone.Count is not null || milestone.Points is not { } points || points == 0)
                continue;
            sum = sum * points + denominator * milestone.BonusPoints;
            denominator *= points;
        }

        return 2 * sum <= denominator;
    }
}
