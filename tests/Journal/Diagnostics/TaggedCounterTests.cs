using System.Diagnostics.Metrics;
using CampaignEngine.Journal.Diagnostics;

namespace CampaignEngine.Journal.Tests.Diagnostics;

public sealed class TaggedCounterTests
{
    [Fact]
    public void What_never_happened_is_zero_and_the_rest_adds_up_from_all_threads()
    {
        using var meter = new Meter(nameof(TaggedCounterTests));
        var counter = new TaggedCounter(meter, "things", "{thing}", "Things.", "outcome", "good", "bad");

        Parallel.For(0, 1000, _ => counter.Of("good").Add());
        counter.Of("unforeseen").Add(7);

        Assert.Equal([("bad", 0), ("good", 1000), ("unforeseen", 7)], Collected.From(meter.Name).Order());
    }
}
