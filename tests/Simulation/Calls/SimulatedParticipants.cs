using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>Simulated references have no interface's identity to be remembered.</summary>
internal sealed class SimulatedParticipants(IGrainFactory grains) : ParticipantGrains(grains)
{
    private readonly IGrainFactory _grains = grains;

    public override IParticipantGrain Get(CampaignId campaign, ParticipantRef participant) =>
        _grains.GetGrain<IParticipantGrain>(ParticipantKey.Format(campaign, participant));
}
