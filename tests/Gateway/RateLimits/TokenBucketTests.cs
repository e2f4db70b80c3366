using CampaignEngine.Gateway.RateLimits;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Gateway.Tests.RateLimits;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void It_gives_its_burst_and_then_what_comes_in()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 25, _time);

        Assert.Equal(25, Take(bucket, 100));
        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(0, Take(bucket, 100));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, Take(bucket, 100));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(10, Take(bucket, 100));
    }

    [Theory]
    [InlineData(1, 1, 3_600)]
    [InlineData(10_000_000, 10_000_000, 1)]
    [InlineData(20_000, 40_000, 315_360_000)]
    public void It_never_holds_more_than_its_burst(int perSecond, int burst, int seconds)
    {
        var bucket = new TokenBucket(perSecond, burst, _time);
        Assert.True(bucket.TryTake(burst));

        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(burst, bucket.Left);
        Assert.True(bucket.IsFull);
    }

    [Fact]
    public void Nothing_is_lost_to_rounding_however_often_it_is_asked()
    {
        var bucket = new TokenBucket(perSecond: 3, burst: 30, _time);
        Assert.True(bucket.TryTake(30));

        for (var i = 0; i < 7_000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal(3 * (i + 1) / 1_000, bucket.Left);
        }
    }

    [Fact]
    public void A_cost_is_taken_as_a_whole_or_not_at_all()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 20, _time);

        Assert.True(bucket.TryTake(15));
        Assert.False(bucket.TryTake(6));
        Assert.Equal(TimeSpan.FromMilliseconds(100), bucket.WaitFor(6));
        Assert.True(bucket.TryTake(5));
        Assert.False(bucket.IsFull);
    }

    [Fact]
    public void What_costs_more_than_the_burst_takes_all_of_it()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 20, _time);

        Assert.True(bucket.TryTake(1_000));
        Assert.False(bucket.TryTake(1_000));
        Assert.Equal(TimeSpan.FromSeconds(2), bucket.WaitFor(1_000));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(bucket.TryTake(1_000));
    }

    [Fact]
    public void What_is_owed_comes_in_first()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 10, _time);
        for (var i = 0; i < 30; i++)
            bucket.Owe();

        Assert.Equal(0, bucket.Left);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(bucket.TryTake(1));
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.True(bucket.TryTake(1));
    }

    [Fact]
    public async Task Thirty_at_once_get_exactly_what_is_left()
    {
        var bucket = new TokenBucket(perSecond: 1, burst: 7, _time);

        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => bucket.TryTake(1))));

        Assert.Equal(7, taken.Count(got => got));
    }

    private static int Take(TokenBucket bucket, int times) => Enumerable.Range(0, times).Count(_ => bucket.TryTake(1));
}
