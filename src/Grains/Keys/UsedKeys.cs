using CampaignEngine.Grains.Interfaces.Keys;

namespace CampaignEngine.Grains.Keys;

/// <summary>When keys of one app were used last, and which of it is to be kept: seldom, so that the stream stays short.</summary>
internal sealed class UsedKeys
{
    /// <summary>An app has at most 100 keys that work; the rest are revoked ones.</summary>
    public const int MaxKeys = 1_000;

    public static readonly TimeSpan KeptEvery = TimeSpan.FromHours(1);

    private readonly Dictionary<Guid, DateTimeOffset> _known = [];
    private readonly Dictionary<Guid, DateTimeOffset> _kept = [];

    public IReadOnlyList<KeyUse> All => [.. _known.Select(use => new KeyUse(use.Key, use.Value))];

    /// <summary>What is known and not kept.</summary>
    public IReadOnlyList<KeyUse> News =>
        [.. All.Where(use => use.At > _kept.GetValueOrDefault(use.KeyId))];

    /// <summary>Whether a crash now would forget too much.</summary>
    public bool IsDue => News.Any(use => !_kept.TryGetValue(use.KeyId, out var kept) || use.At - kept >= KeptEvery);

    /// <summary>The newest use of each key stays; the order in which they are heard of does not matter.</summary>
    public void Note(IEnumerable<KeyUse> uses)
    {
        foreach (var use in uses)
            _known[use.KeyId] = use.At > _known.GetValueOrDefault(use.KeyId) ? use.At : _known[use.KeyId];
        foreach (var oldest in _known.OrderBy(use => use.Value).Take(_known.Count - MaxKeys).ToList())
        {
            _known.Remove(oldest.Key);
            _kept.Remove(oldest.Key);
        }
    }

    public void Keep(IEnumerable<KeyUse> uses)
    {
        foreach (var use in uses)
            _kept[use.KeyId] = use.At;
    }

    /// <summary>Reading found these kept.</summary>
    public void Load(IReadOnlyList<KeyUse> uses)
    {
        Note(uses);
        Keep(uses);
    }
}
