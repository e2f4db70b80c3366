using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Participants;

internal sealed partial class ParticipantGrain
{
    public async ValueTask<ParticipantView?> Get(DateTimeOffset? testClock) => await OnNewestState<ParticipantView?>(async () =>
    {
        await _ledger.CheckHeadAsync();
        var state = _ledger.State;
        if (state.JoinedAt is null || await _directory.FindCampaignAsync(_campaign) is not { } handle)
            return null;
        var now = MonotonicTime.Max(testClock ?? _time.GetUtcNow(), state.LastEntryAt);
        return ParticipantViews.Of(handle.Campaign, _ledger, _ref, state.PeriodsAt(handle.Campaign, now));
    });

    public async ValueTask<DryRunReply> DryRun(DryRunRequest request) => await OnNewestState<DryRunReply>(async () =>
    {
        await _ledger.CheckHeadAsync();
        if (await _directory.FindCampaignAsync(_campaign) is not { WasActivated: true } handle)
            return new DryRunReply(DryRunStatus.CampaignNotFound);
        if (TimeOf(request.TestClock) is not { } now)
            return new DryRunReply(DryRunStatus.TestClockBackwards);
        using var metadata = Metadata(request.Metadata);
        var userEvent = new UserEvent(request.EventType, metadata?.RootElement ?? default, request.OccurredAt);
        var explained = EventExplainer.Explain(handle.Campaign, handle.Status, _ledger.State, userEvent, now);
        return new DryRunReply(DryRunStatus.Explained, DryRunAnswer.Write(explained));
    });

    public async ValueTask<WonPrize?> FindWin(long award) => await OnNewestState<WonPrize?>(async () =>
    {
        await _ledger.CheckHeadAsync();
        if (_ledger.State.RecentWins.FirstOrDefault(win => win.Award == award) is { } recent)
            return new WonPrize(_ledger.UserId, recent.WinCode, recent.WonAt);
        return await _ledger.FindWinAsync(award) is { } found
            ? new WonPrize(found.IsErased ? "" : _ledger.UserId, found.WinCode, found.WonAt)
            : null;
    });
}
