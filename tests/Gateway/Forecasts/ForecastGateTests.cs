using CampaignEngine.Gateway.Forecasts;

namespace CampaignEngine.Gateway.Tests.Forecasts;

public sealed class ForecastGateTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task One_at_a_time_and_who_has_no_patience_is_told_so()
    {
        using var gate = new ForecastGate(TimeSpan.Zero);
        using var release = new ManualResetEventSlim();
        var first = gate.RunAsync(Held(release, "first"), default);

        Assert.Null(await gate.RunAsync(_ => "second", default));
        release.Set();
        Assert.Equal("first", await first);
        Assert.Equal("third", await gate.RunAsync(_ => "third", default));
    }

    [Fact]
    public async Task Who_waits_gets_a_turn()
    {
        using var gate = new ForecastGate(Long);
        using var release = new ManualResetEventSlim();
        var first = gate.RunAsync(Held(release, "first"), default);
        var second = gate.RunAsync(_ => "second", default);

        Assert.False(second.IsCompleted);
        release.Set();
        Assert.Equal("first", await first);
        Assert.Equal("second", await second);
    }

    [Fact]
    public async Task Who_leaves_while_waiting_gives_up_the_place_and_who_leaves_while_computing_the_turn()
    {
        using var gate = new ForecastGate(Long);
        using var leaves = new CancellationTokenSource();
        var computing = gate.RunAsync(
            cancellation =>
            {
                cancellation.WaitHandle.WaitOne();
                cancellation.ThrowIfCancellationRequested();
                return "";
            }, leaves.Token);
        var waiting = gate.RunAsync(_ => "", leaves.Token);

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => computing);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal("next", await gate.RunAsync(_ => "next", default));
    }

    [Fact]
    public async Task A_failure_gives_up_the_turn()
    {
        using var gate = new ForecastGate(Long);

        await Assert.ThrowsAsync<InvalidOperationException>(() => gate.RunAsync<string>(_ => throw new InvalidOperationException(), default));
        Assert.Equal("next", await gate.RunAsync(_ => "next", default));
    }

    private static Func<CancellationToken, string> Held(ManualResetEventSlim release, string result) => cancellation =>
    {
        release.Wait(cancellation);
        return result;
    };
}
