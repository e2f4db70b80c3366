using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal.Memory;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests;

public sealed class TimeTests
{
    [Fact]
    public async Task No_streams_time_runs_backwards_when_the_clock_does()
    {
        var (time, journal) = (new ShiftedTime(), new MemoryJournal());
        await using var engine = await Engine.StartAsync(journal, time);
        var campaign = await engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "1", quantity: 10));
        await engine.RecordAsync(campaign, "ann", "e-1");
        var before = time.GetUtcNow();
        // Not by more: Orleans refuses to activate grains when the clock goes back further than idle grains are kept.
        time.SetClock(-TimeSpan.FromMinutes(5));

        await engine.RecordAsync(campaign, "ann", "e-2");
        await engine.Campaign(campaign).Pause();
        await engine.Campaign(campaign).Unpause();
        await engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "1", quantity: 10));
        // A grain that reads its stream anew must not forget the time either.
        await using var second = await Engine.StartAsync(journal, time);
        var event3 = await second.RecordAsync(campaign, "ann", "e-3");

        Assert.NotNull(event3.WinCode());
        var ann = StreamNames.Participant(campaign, await engine.RefAsync(campaign, "ann"));
        var streams = new Dictionary<string, (StreamId Stream, int AtLeast)>
        {
            ["participant"] = (ann, 3),
            ["pool"] = (StreamNames.PrizePool(campaign), 5),
            ["campaign"] = (StreamNames.Campaign(campaign), 8),
            ["registry"] = (StreamNames.Registry, 9),
        };
        foreach (var (name, (stream, atLeast)) in streams)
        {
            List<DateTimeOffset> times = [];
            await foreach (var entry in journal.ReadEntriesAsync(stream, 1))
                times.Add(entry.Time);
            Assert.True(times.Count >= atLeast, $"{name}: {times.Count} entries");
            Assert.True(times.SequenceEqual(times.Order()), $"{name}: {string.Join(' ', times)}");
            Assert.True(times[^1] <= before, name);
        }
    }
}
