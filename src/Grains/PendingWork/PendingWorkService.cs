using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Diagnostics;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.PendingWork;

/// <summary>
/// Finishes what a crash interrupted: wakes every grain whose last commit left work, at start and every
/// <see cref="Interval"/>. Nothing relies on somebody calling again.
/// </summary>
internal sealed partial class PendingWorkService(
    IJournal journal, ICampaignDirectory directory, IGrainFactory grains, ParticipantGrains participants, ReferralSteps referrals,
    IHostApplicationLifetime lifetime, TimeProvider time, ILogger<PendingWorkService> logger)
    : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await ResumeAllAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                GrainMetrics.WorkInterrupted.Add();
                LogInterrupted(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ResumeAllAsync(CancellationToken stoppingToken)
    {
        foreach (var campaign in await directory.ListCampaignsAsync(stoppingToken))
        {
            await foreach (var stream in journal.ReadPendingAsync(StreamNames.ScopeOf(campaign), stoppingToken))
                await ResumeAsync(stream);
        }
    }

    private async Task ResumeAsync(StreamId stream)
    {
        var campaign = CampaignKey.Format(StreamNames.CampaignOf(stream.Scope));
        try
        {
            await (stream.Kind switch
            {
                StreamKind.Campaign => grains.GetGrain<ICampaignGrain>(campaign).Resume(),
                StreamKind.PrizePool => grains.GetGrain<IPrizePoolGrain>(campaign).Resume(),
                StreamKind.PrizeCodes => grains.GetGrain<IPrizeCodesGrain>(campaign).Resume(),
                StreamKind.Participant => ResumeParticipantAsync(stream),
                _ => throw new InvalidOperationException($"A {stream.Kind} leaves no work to finish."),
            });
            GrainMetrics.WorkResumed.Add();
        }
        catch (Exception exception)
        {
            // One grain's trouble must not keep the others waiting; the mark stays, so it is tried again.
            GrainMetrics.WorkFailed.Add();
            LogNotResumed(exception, stream.Kind, campaign);
        }
    }

    private async Task ResumeParticipantAsync(StreamId stream)
    {
        var (campaign, participant) = (StreamNames.CampaignOf(stream.Scope), new ParticipantRef(stream.Key));
        var work = await participants.Get(campaign, participant).Resume();
        if (work.Referral is { } begun)
            await referrals.FinishAsync(campaign, participant, begun, testClock: null, isHeard: false);
    }
}
