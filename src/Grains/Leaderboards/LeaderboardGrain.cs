using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Leaderboards;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Leaderboards;
using CampaignEngine.Journal;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Leaderboards;

/// <summary>
/// Loads beside what it is asked: a summary that is read and a change that is sent are taken alike, so neither can undo the
/// other, and a load is never begun anew because something changed.
/// </summary>
[GrainType("leaderboard")]
internal sealed partial class LeaderboardGrain : Grain, ILeaderboardGrain, IDisposable
{
    /// <summary>Who asks first waits so long for the first load, which is enough for some ten thousand participants.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    private readonly CampaignId _campaign;
    private readonly IJournal _journal;
    private readonly SiloDeaths _deaths;
    private readonly TimeProvider _time;
    private readonly ILogger<LeaderboardGrain> _logger;
    private readonly Guid _activation = Guid.NewGuid();
    private readonly ReloadTimes _reloads;
    private readonly Leaderboard _board = new();
    private readonly CancellationTokenSource _deactivated = new();
    private Task _loading = Task.CompletedTask;
    private bool _isLoaded;
    private int _deathsSeen;

    public LeaderboardGrain(IGrainContext context, IJournal journal, SiloDeaths deaths, TimeProvider time, ILogger<LeaderboardGrain> logger)
    {
        _campaign = CampaignKey.Parse(context.GrainId.Key.ToString());
        (_journal, _deaths, _time, _logger) = (journal, deaths, time, logger);
        _deathsSeen = deaths.Count;
        _reloads = new ReloadTimes(time, jitter: _activation.ToByteArray()[0] / 256d);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(LoadWhenDue, CheckInterval, CheckInterval);
        await LoadWhenDue();
        await Task.WhenAny(_loading, Task.Delay(Patience, _time, cancellationToken));
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _deactivated.CancelAsync();
        await _loading;
    }

    public void Dispose() => _deactivated.Dispose();

    public ValueTask<ChangesTaken> Take(ScoreChanges changes)
    {
        // What the silo sent before went to another activation.
        if (changes.MissedSome || (changes.Activation != Guid.Empty && changes.Activation != _activation))
            _reloads.Want();
        foreach (var change in changes.Changes)
            _board.Apply(Scores.ToScore(change));
        return ValueTask.FromResult(new ChangesTaken(_activation));
    }

    public ValueTask<BoardPage?> Read(BoardPlace? after, int limit)
    {
        CheckLimit(limit);
        return ValueTask.FromResult(
            _isLoaded ? ToPage(_board.Page(after is null ? null : Scores.ToPosition(after), limit)) : null);
    }

    public ValueTask<BoardPage?> ReadAround(UInt128 participant, int limit)
    {
        CheckLimit(limit);
        return ValueTask.FromResult(
            _isLoaded ? ToPage(_board.Around(new ParticipantRef(participant), limit) ?? new Standings(1, [], HasMore: false)) : null);
    }

    public ValueTask<long?> GetRank(UInt128 participant, BoardPlace own) => ValueTask.FromResult<long?>(
        _isLoaded ? _board.RankAt(new ParticipantRef(participant), Scores.ToPosition(own)) : null);

    public ValueTask<BoardTotalsView?> GetTotals() => ValueTask.FromResult(
        _isLoaded && _board.Totals is var totals
            ? new BoardTotalsView(totals.Participants, totals.Events, totals.Points, totals.Plays, totals.Wins)
            : null);

    private BoardPage ToPage(Standings standings) => Scores.ToPage(standings, _board.Totals.Participants);

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, BoardPage.MaxLimit);
    }

    /// <summary>Begins a load and does not wait for it: whoever asks meanwhile is answered.</summary>
    private Task LoadWhenDue()
    {
        if (_deaths.Count is var deaths && deaths != _deathsSeen)
        {
            _deathsSeen = deaths;
            _reloads.WantAfterDeath();
        }

        if (_loading.IsCompleted && _reloads.TryBegin())
            _loading = LoadAsync();
        return Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        var startedAt = _time.GetTimestamp();
        try
        {
            await SummaryReading.ReadAsync(_journal, _campaign, Apply, _deactivated.Token);
            _isLoaded = true;
            var (participants, took) = (_board.Totals.Participants, _time.GetElapsedTime(startedAt));
            LogLoaded(_campaign.Value, participants, (long)took.TotalMilliseconds);
        }
        catch (Exception exception)
        {
            if (_deactivated.IsCancellationRequested)
                return;
            LogNotLoaded(exception, _campaign.Value);
            _reloads.Want();
        }
    }

    private void Apply(IReadOnlyList<StreamSummary> summaries)
    {
        foreach (var summary in summaries)
            _board.Apply(Scores.ToScore(summary));
    }
}
