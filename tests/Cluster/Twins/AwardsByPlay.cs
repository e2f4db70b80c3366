using System.Collections.Concurrent;
using CampaignEngine.Grains.Interfaces.Prizes;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Remembers which award each play was given last.</summary>
internal abstract class AwardsByPlay : ClaimFilter
{
    private readonly ConcurrentDictionary<(UInt128 Participant, long Play), long> _awards = new();

    /// <summary>0 when there is none.</summary>
    protected long AwardOf(UInt128 participant, long play) => _awards.GetValueOrDefault((participant, play));

    protected override Task AfterAwardAsync(IPrizePoolGrain pool, ClaimRequest request, long award)
    {
        _awards[(request.Participant, request.Play)] = award;
        return Task.CompletedTask;
    }
}
