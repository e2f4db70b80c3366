using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Hosting.Starting;

/// <summary>Ends the <see cref="StartPhase"/> once everything has started.</summary>
internal sealed class StartPhaseEnd(StartPhase phase, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(phase.End);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
