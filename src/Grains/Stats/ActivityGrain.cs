using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Stats;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Stats;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Stats;

/// <summary>
/// Counts the entries of all participants when it is first asked, and those that are new when it is asked again. It keeps
/// nothing, so it is as right after a restart as the entries are. While it counts it answers from what it counted before.
/// </summary>
[GrainType("activity")]
internal sealed partial class ActivityGrain(
    IGrainContext context, IJournal journal, EntryCodec codec, TimeProvider time, ILogger<ActivityGrain> logger)
    : Grain, IActivityGrain, IDisposable
{
    /// <summary>Who asks waits so long for the counting; then what was counted before is the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Between the end of a counting and the beginning of the next so many times what it took, but for the longest rest.</summary>
    private const int RestPerWork = 4;

    private static readonly TimeSpan MaxRest = TimeSpan.FromSeconds(30);

    private readonly CampaignId _campaign = CampaignKey.Parse(context.GrainId.Key.ToString());
    private readonly ActivityLog _log = new();
    private readonly CancellationTokenSource _deactivated = new();
    private Task _counting = Task.CompletedTask;
    private DateTimeOffset? _countedAt;
    private long _nextAt;

    public async ValueTask<SeriesView?> Read(SeriesQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.To - query.From, Series.MaxLength(query.Interval));
        if (_counting.IsCompleted && time.GetTimestamp() >= _nextAt)
            _counting = CountAsync();
        await Task.WhenAny(_counting, Task.Delay(Patience, time, _deactivated.Token));
        if (_counting.IsCompleted)
            await _counting;
        if (_countedAt is not { } countedAt)
            return null;
        var points = Series.Of(_log, query.Interval, query.From, query.To, TimeZoneInfo.FindSystemTimeZoneById(query.TimeZone));
        return new SeriesView(countedAt, [.. points.Select(ToView)]);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _deactivated.CancelAsync();
        await _counting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose() => _deactivated.Dispose();

    /// <exception cref="JournalUnavailableException">What was counted is right, and is continued next time.</exception>
    private async Task CountAsync()
    {
        var (startedAt, started) = (time.GetUtcNow(), time.GetTimestamp());
        var counted = await new ActivityReading(journal, codec, _campaign).ReadAsync(_log, _deactivated.Token);
        var took = time.GetElapsedTime(started);
        _countedAt = startedAt;
        var rest = Math.Min((took * RestPerWork).TotalSeconds, MaxRest.TotalSeconds);
        _nextAt = time.GetTimestamp() + (long)(rest * time.TimestampFrequency);
        if (counted > 0)
            LogCounted(_campaign.Value, counted, (long)took.TotalMilliseconds);
    }

    private static SeriesPointView ToView(SeriesPoint point) => new(
        point.Start, point.Activity.Participants, point.Activity.Events, point.Activity.Points, point.Activity.Plays,
        point.Activity.Wins);
}
