using CampaignEngine.Grains.Interfaces.Keys;
using CampaignEngine.Grains.Keys;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Cluster.Tests.Keys;

public sealed class KeyUseTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly Guid _app = Guid.NewGuid();
    private readonly Guid _key = Guid.NewGuid();

    [Fact]
    public async Task A_day_of_use_is_a_short_stream_of_which_a_crash_forgets_an_hour_at_most()
    {
        for (var minute = 0; minute <= 24 * 60; minute++)
            await Grain(two.First).Note([new KeyUse(_key, Noon.AddMinutes(minute))]);

        Assert.Equal(Noon.AddDays(1), Assert.Single(await Grain(two.First).Get()).At);
        Assert.Equal(1 + 24, await EntriesAsync());
        Assert.InRange(Assert.Single(await Grain(two.Second).Get()).At, Noon.AddDays(1) - UsedKeys.KeptEvery, Noon.AddDays(1));
    }

    [Fact]
    public async Task A_first_use_is_kept_at_once()
    {
        await Grain(two.First).Note([new KeyUse(_key, Noon)]);

        Assert.Equal([new KeyUse(_key, Noon)], await Grain(two.Second).Get());
    }

    [Fact]
    public async Task Two_activations_lose_nothing_that_either_has_heard_of()
    {
        var other = Guid.NewGuid();
        await Grain(two.First).Note([new KeyUse(_key, Noon)]);
        await Grain(two.Second).Note([new KeyUse(other, Noon.AddMinutes(1))]);
        await Grain(two.First).Note([new KeyUse(_key, Noon.AddHours(2))]);
        await Grain(two.Second).Note([new KeyUse(_key, Noon.AddHours(1)), new KeyUse(other, Noon.AddHours(3))]);

        Assert.Equal(
            [(_key, Noon.AddHours(2)), (other, Noon.AddHours(3))],
            (await Grain(two.Second).Get()).OrderBy(use => use.At).Select(use => (use.KeyId, use.At)));
    }

    private IKeyUseGrain Grain(Engine engine) => engine.Grains.GetGrain<IKeyUseGrain>(_app);

    private async Task<long> EntriesAsync() => (await two.Journal.ReadAsync(StreamNames.KeyUse(_app))).Head.Version;
}
