using System.Collections.Concurrent;
using CampaignEngine.Grains.Interfaces.Keys;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Keys;

/// <summary>
/// When each key was last used in this process, to the minute. Every request comes by here, so all that it costs is a
/// look-up and a look at the clock. Only keys of the registry get in, so there are no more than it has.
/// </summary>
public sealed class KeyUses(TimeProvider time)
{
    public static readonly TimeSpan Accuracy = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, LastUse> _uses = new();

    public void Note(KeyGrant grant)
    {
        var use = _uses.GetOrAdd(grant.KeyId, static (_, app) => new LastUse(app), grant.App);
        var now = time.GetUtcNow().UtcTicks;
        if (now - Volatile.Read(ref use.Ticks) >= Accuracy.Ticks)
            Volatile.Write(ref use.Ticks, now);
    }

    /// <summary>What nobody was told yet, by app.</summary>
    public ILookup<Guid, KeyUse> News() => _uses
        .Select(use => (use.Value.App, use.Key, Ticks: Volatile.Read(ref use.Value.Ticks), use.Value.ToldTicks))
        .Where(use => use.Ticks > use.ToldTicks)
        .ToLookup(use => use.App, use => new KeyUse(use.Key, new DateTimeOffset(use.Ticks, TimeSpan.Zero)));

    public void Told(IEnumerable<KeyUse> uses)
    {
        foreach (var use in uses)
            _uses[use.KeyId].ToldTicks = use.At.UtcTicks;
    }

    private sealed class LastUse(Guid app)
    {
        public readonly Guid App = app;
        public long Ticks;

        /// <summary>Only the one who tells reads and writes it.</summary>
        public long ToldTicks;
    }
}
