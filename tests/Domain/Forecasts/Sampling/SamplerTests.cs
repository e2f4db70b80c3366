using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Tests.Forecasts.Sampling;

public class SamplerTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 0.001)]
    [InlineData(10, 0.1)]
    [InlineData(40, 0.25)]
    [InlineData(40, 0.97)]
    [InlineData(200, 0.05)]
    [InlineData(1_000, 0.5)]
    [InlineData(3_000, 0.001)]
    public void Binomial_numbers_have_their_distribution(int n, double chance) =>
        AssertDistributed(Exact.Binomial(n, chance), random => Binomial.Draw(random, n, chance));

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(9.99)]
    [InlineData(40)]
    [InlineData(700)]
    public void Poisson_numbers_have_their_distribution(double mean) =>
        AssertDistributed(Exact.Poisson(mean), random => Poisson.Draw(random, mean));

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(10, 3, 4)]
    [InlineData(10, 9, 8)]
    [InlineData(52, 4, 13)]
    [InlineData(1_000, 5, 300)]
    [InlineData(1_000, 500, 500)]
    [InlineData(2_000, 1_900, 150)]
    public void Hypergeometric_numbers_have_their_distribution(int all, int marked, int drawn) =>
        AssertDistributed(Exact.Hypergeometric(all, marked, drawn), random => Hypergeometric.Draw(random, all, marked, drawn));

    [Theory]
    [InlineData(1_000_000, 1e-6)]
    [InlineData(1_000_000, 0.3)]
    [InlineData(1_000_000_000, 1e-7)]
    [InlineData(1_000_000_000, 0.999)]
    public void Large_binomial_numbers_have_mean_and_variance(long n, double chance) =>
        AssertMoments(n * chance, n * chance * (1 - chance), random => Binomial.Draw(random, n, chance));

    [Theory]
    [InlineData(1e5)]
    [InlineData(1e9)]
    public void Large_Poisson_numbers_have_mean_and_variance(double mean) =>
        AssertMoments(mean, mean, random => Poisson.Draw(random, mean));

    [Theory]
    [InlineData(1_000_000, 1_000, 10_000)]
    [InlineData(1_000_000_000, 10_000_000, 500_000_000)]
    [InlineData(1_000_000_000, 999_000_000, 999_999_000)]
    public void Large_hypergeometric_numbers_have_mean_and_variance(long all, long marked, long drawn)
    {
        var mean = (double)marked * drawn / all;
        AssertMoments(mean, mean * (all - marked) / all * (all - drawn) / (all - 1), random => Hypergeometric.Draw(random, all, marked, drawn));
    }

    [Theory]
    [InlineData(0, 0.5, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(5, 1, 5)]
    [InlineData(5, 2, 5)]
    [InlineData(5, -1, 0)]
    [InlineData(5, double.NaN, 0)]
    [InlineData(5, 1e-310, 0)]
    public void Certain_numbers_need_no_draw(long n, double chance, long expected) =>
        Assert.Equal(expected, Binomial.Draw(new Xoshiro256(1), n, chance));

    [Theory]
    [InlineData(5, 5, 3, 3)]
    [InlineData(5, 0, 3, 0)]
    [InlineData(5, 3, 5, 3)]
    [InlineData(0, 0, 0, 0)]
    public void Taking_all_or_marking_all_leaves_no_choice(long all, long marked, long drawn, long expected) =>
        Assert.Equal(expected, Hypergeometric.Draw(new Xoshiro256(1), all, marked, drawn));

    [Fact]
    public void A_seed_gives_the_same_numbers_for_ever()
    {
        var random = new Xoshiro256(2026);
        long[] drawn =
        [
            Binomial.Draw(random, 1_000, 0.01), Binomial.Draw(random, 1_000_000, 0.5), Poisson.Draw(random, 2.5),
            Poisson.Draw(random, 11_111), Hypergeometric.Draw(random, 1_000_000, 5_000, 20_000),
        ];
        Assert.Equal(Golden, drawn);
    }

    private static readonly long[] Golden = [7, 500407, 1, 11040, 95];

    private static void AssertDistributed(double[] chances, Func<Xoshiro256, long> draw)
    {
        var random = new Xoshiro256(7);
        var counts = new int[chances.Length];
        for (var i = 0; i < Draws; i++)
            counts[draw(random)]++;

        // Numbers so rare that fewer than five are expected stand together.
        var (seen, shares) = (new List<int> { 0 }, new List<double> { 0 });
        for (var k = 0; k < chances.Length; k++)
        {
            if (chances[k] * Draws < 5)
            {
                seen[0] += counts[k];
                shares[0] += chances[k];
            }
            else
            {
                seen.Add(counts[k]);
                shares.Add(chances[k]);
            }
        }

        if (shares[0] * Draws < 5)
        {
            Assert.InRange(seen[0], 0, 25);
            seen[1] += seen[0];
            shares[1] += shares[0];
            (seen, shares) = ([.. seen.Skip(1)], [.. shares.Skip(1)]);
        }

        Assert.True(seen.Count < 2 || ChiSquared.IsPlausible(seen, shares), string.Join(' ', seen));
    }

    private static void AssertMoments(double mean, double variance, Func<Xoshiro256, long> draw)
    {
        var random = new Xoshiro256(11);
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < Draws; i++)
        {
            var off = (draw(random) - mean) / Math.Sqrt(variance);
            sum += off;
            squares += off * off;
        }

        Assert.InRange(sum / Math.Sqrt(Draws), -4.75, 4.75);
        // The variance of a square is at most 2 + 1 ÷ variance for these distributions.
        Assert.InRange((squares - Draws) / Math.Sqrt(Draws * (2 + 1 / variance)), -4.75, 4.75);
    }
}
