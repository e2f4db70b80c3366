using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Tests.Forecasts.Sampling;

public class Xoshiro256Tests
{
    [Fact]
    public void The_seeder_gives_the_published_numbers()
    {
        var seeder = new SplitMix64(1234567);
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(published, published.Select(_ => seeder.Next()));
    }

    [Fact]
    public void The_generator_gives_the_published_numbers()
    {
        var random = new Xoshiro256(1, 2, 3, 4);
        ulong[] published =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625,
            8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        Assert.Equal(published, published.Select(_ => random.Next()));
    }

    [Fact]
    public void Units_fill_the_interval_evenly()
    {
        var random = new Xoshiro256(1);
        var counts = new int[64];
        for (var i = 0; i < 100_000; i++)
            counts[(int)(random.NextUnit() * counts.Length)]++;
        Assert.True(ChiSquared.IsPlausible(counts, Enumerable.Repeat(1.0 / counts.Length, counts.Length)));
    }
}
