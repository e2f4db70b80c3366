using System.Diagnostics;
using CampaignEngine.Gateway.Admission;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Gateway.Tests.Admission;

public sealed class AdmissionGateTests
{
    private static readonly Guid Flooding = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly Guid Third = Guid.NewGuid();

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(8, 6)]
    [InlineData(4, 3)]
    [InlineData(7, 6)]
    public void An_app_alone_gets_all_but_a_quarter(int limit, int expected)
    {
        var gate = Gate(limit, queue: 0);

        Assert.Equal(expected, Enter(gate, Flooding, 20).Count(IsAdmitted));
        Assert.Equal(limit - expected, Enter(gate, Other, 20).Count(IsAdmitted));
    }

    [Fact]
    public void What_does_not_fit_waits_and_what_does_not_fit_the_queue_is_refused()
    {
        var gate = Gate(limit: 4, queue: 2);

        var entries = Enter(gate, Flooding, 10);

        Assert.Equal((3, 2), (gate.InUse, gate.Queued));
        Assert.All(entries[..3], entry => Assert.True(IsAdmitted(entry)));
        Assert.All(entries[3..5], entry => Assert.False(entry.IsCompleted));
        Assert.All(entries[5..], entry => Assert.True(IsRefused(entry)));
    }

    [Fact]
    public void Who_waits_comes_in_the_order_of_coming()
    {
        var gate = Gate(limit: 4, queue: 3);
        var entries = Enter(gate, Flooding, 6);

        gate.Leave(Flooding, 1);
        Assert.True(IsAdmitted(entries[3]));
        Assert.False(entries[4].IsCompleted);

        gate.Leave(Flooding, 1);
        Assert.True(IsAdmitted(entries[4]));
        Assert.Equal((3, 1), (gate.InUse, gate.Queued));
    }

    [Fact]
    public void Who_has_waited_long_enough_is_refused_and_others_go_on_waiting()
    {
        var gate = Gate(limit: 4, queue: 8);
        Enter(gate, Flooding, 3);
        Enter(gate, Other, 1);
        var early = Enter(gate, Flooding, 1)[0];
        _time.Advance(TimeSpan.FromMilliseconds(60));
        var late = Enter(gate, Other, 1)[0];

        _time.Advance(TimeSpan.FromMilliseconds(40));
        Assert.True(IsRefused(early));
        Assert.False(late.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(61));
        Assert.True(IsRefused(late));
        Assert.Equal((4, 0), (gate.InUse, gate.Queued));
    }

    [Fact]
    public void A_place_that_becomes_free_goes_to_the_app_that_holds_the_fewest()
    {
        var gate = Gate(limit: 8, queue: 100);
        Enter(gate, Flooding, 50);
        Enter(gate, Other, 2);
        var others = Enter(gate, Other, 2);
        var third = Enter(gate, Third, 1)[0];

        gate.Leave(Flooding, 1);
        Assert.True(IsAdmitted(third));
        gate.Leave(Flooding, 1);
        Assert.True(IsAdmitted(others[0]));

        // Both hold three now, and so each has its turn.
        gate.Leave(Flooding, 1);
        Assert.False(others[1].IsCompleted);
        gate.Leave(Flooding, 1);
        Assert.True(IsAdmitted(others[1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void However_much_one_floods_others_get_their_share(int others)
    {
        const int Steps = 5_000;
        var crowd = new Crowd(Gate(limit: 100, queue: 200), [500, .. Enumerable.Repeat(40, others)]);

        crowd.Run(Steps);

        // Who sends forty at once never has more than that under way.
        var share = Math.Min(40, 100.0 / (others + 1)) / 100;
        Assert.All(crowd.Served[1..], served => Assert.InRange(served, 0.7 * share * Steps, Steps));
    }

    [Fact]
    public void A_full_queue_drops_the_newest_of_the_app_that_has_most_in_it()
    {
        var gate = Gate(limit: 4, queue: 3);
        var flood = Enter(gate, Flooding, 6);
        Enter(gate, Other, 1);

        var other = Enter(gate, Other, 3);

        Assert.True(IsRefused(flood[5]));
        Assert.False(flood[4].IsCompleted);
        Assert.Equal([false, true, true], other.Select(IsRefused));
        Assert.Equal(3, gate.Queued);
    }

    [Fact]
    public void A_queue_that_is_full_of_one_app_keeps_no_other_from_what_is_free()
    {
        var gate = Gate(limit: 8, queue: 2);
        var flood = Enter(gate, Flooding, 8);

        Assert.All(Enter(gate, Other, 2), entry => Assert.True(IsAdmitted(entry)));
        Assert.Equal(2, gate.Queued);
        Assert.All(flood[6..], entry => Assert.False(entry.IsCompleted));
    }

    [Fact]
    public void A_large_request_is_not_overtaken_and_takes_no_more_than_an_app_may_hold()
    {
        var gate = Gate(limit: 8, queue: 8);
        Enter(gate, Flooding, 2);
        var large = gate.EnterAsync(Other, 1_000).AsTask();
        Assert.True(IsAdmitted(large));
        Assert.Equal(8, gate.InUse);

        var next = gate.EnterAsync(Other, 5).AsTask();
        gate.Leave(Other, 1_000);
        Assert.True(IsAdmitted(next));
        Assert.Equal(7, gate.InUse);

        var waits = gate.EnterAsync(Third, 3).AsTask();
        var small = gate.EnterAsync(Flooding, 1).AsTask();
        Assert.False(small.IsCompleted);
        gate.Leave(Flooding, 2);
        Assert.True(IsAdmitted(waits));
        Assert.False(small.IsCompleted);
    }

    [Fact]
    public async Task After_a_flood_everything_is_as_before()
    {
        var gate = Gate(limit: 16, queue: 16);
        var apps = new[] { Flooding, Other, Third };
        await Task.WhenAll(Enumerable.Range(0, 3_000).Select(i => Task.Run(async () =>
        {
            if (!await gate.EnterAsync(apps[i % 3], 1 + i % 5))
                return;
            await Task.Yield();
            gate.Leave(apps[i % 3], 1 + i % 5);
        })));

        Assert.Equal((0, 0), (gate.InUse, gate.Queued));
        Assert.All(Enter(gate, Flooding, 12), entry => Assert.True(IsAdmitted(entry)));
    }

    [Fact]
    public void Nothing_is_allocated_when_there_is_room()
    {
        var gate = Gate(limit: 16, queue: 16);
        Pass(gate, 1_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass(gate, 1_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Pass(AdmissionGate gate, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var entry = gate.EnterAsync(Other, 1);
            if (!entry.IsCompletedSuccessfully || !entry.Result)
                throw new UnreachableException();
            gate.Leave(Other, 1);
        }
    }

    private AdmissionGate Gate(int limit, int queue) =>
        new(new AdmissionOptions { Limit = limit, Queue = queue, QueueMilliseconds = 100 }, _time);

    private static Task<bool>[] Enter(AdmissionGate gate, Guid app, int times) =>
        [.. Enumerable.Range(0, times).Select(_ => gate.EnterAsync(app, 1).AsTask())];

    private static bool IsAdmitted(Task<bool> entry) => entry is { IsCompletedSuccessfully: true, Result: true };

    private static bool IsRefused(Task<bool> entry) => entry is { IsCompletedSuccessfully: true, Result: false };
}
