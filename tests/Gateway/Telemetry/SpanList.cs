using System.Collections.ObjectModel;
using System.Diagnostics;

namespace CampaignEngine.Gateway.Tests.Telemetry;

/// <summary>Spans as they end, on whatever thread.</summary>
internal sealed class SpanList : Collection<Activity>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _news = new(0);

    public IReadOnlyList<Activity> Ended
    {
        get
        {
            lock (_lock)
                return [.. Items];
        }
    }

    /// <summary>The first span of this name; a request's ends a little after its answer.</summary>
    public async Task<Activity> EndedAsync(string name)
    {
        while (true)
        {
            if (Ended.FirstOrDefault(span => span.DisplayName == name) is { } found)
                return found;
            Assert.True(await _news.WaitAsync(Patience), $"Only: {string.Join(", ", Ended.Select(span => span.DisplayName).Distinct())}");
        }
    }

    public void Dispose() => _news.Dispose();

    protected override void InsertItem(int index, Activity item)
    {
        lock (_lock)
            Items.Add(item);
        _news.Release();
    }
}
