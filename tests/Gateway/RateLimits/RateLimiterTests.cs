using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Gateway.Tests.RateLimits;

public sealed class RateLimiterTests
{
    private static readonly RateLimitOptions Small = new()
    {
        RequestsPerSecond = 1,
        Burst = 3,
        ReplaysPerSecond = 1,
        ReplayBurst = 2,
        FailedLookupsPerSecond = 10,
    };

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void An_event_is_granted_then_only_looked_up_then_refused_and_granted_again()
    {
        var (limiter, key) = (new RateLimiter(Small, _time), Key());

        Assert.Equal(
            [Allowance.Granted, Allowance.Granted, Allowance.Granted, Allowance.ReplayOnly, Allowance.ReplayOnly, Allowance.Refused],
            Enumerable.Range(0, 6).Select(_ => limiter.Admit(key, 1)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Allowance.Granted, limiter.Admit(key, 1));
    }

    [Fact]
    public void Two_keys_do_not_disturb_each_other()
    {
        var (limiter, first, second) = (new RateLimiter(Small, _time), Key(), Key());

        Assert.Equal(Allowance.Granted, limiter.Admit(first, 3));

        Assert.Equal(Allowance.ReplayOnly, limiter.Admit(first, 1));
        Assert.Equal(Allowance.Granted, limiter.Admit(second, 3));
    }

    [Fact]
    public void Switched_off_it_refuses_nothing_and_keeps_nothing()
    {
        var (limiter, key) = (new RateLimiter(new RateLimitOptions { IsEnabled = false, Burst = 1 }, _time), Key());

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(Allowance.Granted, limiter.Admit(key, 1_000)));
        Assert.Null(limiter.Refuse(new DefaultHttpContext(), key));
        Assert.Equal(0, limiter.Count);
    }

    [Fact]
    public void Buckets_of_idle_keys_go()
    {
        var limiter = new RateLimiter(Small, _time);
        var busy = Key();
        for (var i = 0; i < RateLimiter.SweepAt - 1; i++)
            limiter.Admit(Key(), 3);
        _time.Advance(TimeSpan.FromSeconds(3));
        limiter.Admit(busy, 3);

        limiter.Admit(Key(), 1);

        Assert.InRange(limiter.Count, 1, 2);
        Assert.Equal(Allowance.ReplayOnly, limiter.Admit(busy, 1));
    }

    [Fact]
    public void Codes_may_be_looked_up_until_too_many_were_not_there()
    {
        var limit = new CodeLookupLimit(new RateLimiter(Small, _time), Small);
        var key = Key();
        for (var i = 0; i < 100; i++)
            Assert.True(limit.TryBegin(key));

        for (var i = 0; i < 10; i++)
            limit.NoteFailure(key);

        Assert.False(limit.TryBegin(key));
        Assert.True(limit.TryBegin(Key()));
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.True(limit.TryBegin(key));
    }

    [Fact]
    public void Guessing_at_once_is_made_up_for_later()
    {
        var limit = new CodeLookupLimit(new RateLimiter(Small, _time), Small);
        var key = Key();
        for (var i = 0; i < 1_000; i++)
            limit.NoteFailure(key);

        _time.Advance(TimeSpan.FromSeconds(99));
        Assert.False(limit.TryBegin(key));
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(limit.TryBegin(key));
    }

    private static KeyGrant Key() => new(
        Guid.NewGuid(), Guid.NewGuid(), CampaignEnvironment.Test, KeyScopes.Events, IsRevoked: false, IsAppActive: true);
}
