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
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Between the beginnings of two countings at least.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);

    /// <summary>Between the end of a counting and the beginning of the next so many times what it took, to the longest rest.</summary>
    private const int RestPerWork = 4;

    private static readonly TimeSpan MaxRest = TimeSpan.FromSeconds(30);

    private readonly CampaignId _campaign = CampaignKey.Parse(context.GrainId.Key.ToString());
    private readonly ActivityLog _log = new();
    private readonly CancellationTokenSource _deactivated = new();
    private Task _counting = Task.CompletedTask;
    private DateTimeOffset? _countedAt;
    private long _nextAt;

    public async ValueTask<SeriesReply> Read(SeriesQuery query)
    {
        if (_counting.IsCompleted && time.GetTimestamp() >= _nextAt)
            _counting = CountAsync();
        await Task.WhenAny(_counting, Task.Delay(Patience, time, _deactivated.Token));
        if (_counting.IsCompleted)
            await _counting;
        if (_countedAt is not { } countedAt)
            return new SeriesReply(SeriesStatus.Counting);
        if ((query.To ?? _log.End) is not { } to)
            return new SeriesReply(SeriesStatus.Shown, new SeriesView(countedAt, []));
        var from = query.From ?? Series.UsualStart(query.Interval, to);
        if (to - from > Series.MaxLength(query.Interval))
            return new SeriesReply(SeriesStatus.TooLong);
        var points = Series.Of(_log, query.Interval, from, to, TimeZoneInfo.FindSystemTimeZoneById(query.TimeZone));
        return new SeriesReply(SeriesStatus.Shown, new SeriesView(countedAt, [.. points.Select(ToView)]));
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
        var counted = await new ActivityReading(journal, codec, _campaign, _log).ReadAsync(_deactivated.Token);
        var took = time.GetElapsedTime(started);
        _countedAt = startedAt;
        var rest = Math.Min(took.Ticks * RestPerWork, MaxRest.Ticks);
        rest = Math.Max(rest, MinInterval.Ticks - took.Ticks);
        _nextAt = time.GetTimestamp() + rest * time.TimestampFrequency / TimeSpan.TicksPerSecond;
        if (counted > 0)
            LogCounted(_campaign.Value, counted, (long)took.TotalMilliseconds);
    }

    private static SeriesPointView ToView(SeriesPoint point) => new(
        point.Start, point.Activity.Participants, point.Activity.Events, point.Activity.ShownPoints, point.Activity.Plays,
        point.Activity.Wins);
}
