using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>
/// Finds participants' grains. <c>GetGrain&lt;T&gt;(string)</c> looks the interface's identity up by reflection at every
/// call; here that is done once.
/// </summary>
public class ParticipantGrains
{
    private readonly IGrainFactory _grains;
    private readonly Lazy<(GrainType Grain, GrainInterfaceType Interface)> _types;

    public ParticipantGrains(IGrainFactory grains)
    {
        _grains = grains;
        // Lazy: a client knows the cluster's grain types only once it is connected, and before that a look-up fails;
        // one that failed must not be remembered.
        _types = new(() =>
        {
            var any = (GrainReference)_grains.GetGrain<IParticipantGrain>("any");
            return (any.GrainId.Type, any.InterfaceType);
        }, LazyThreadSafetyMode.PublicationOnly);
    }

    public virtual IParticipantGrain Get(CampaignId campaign, ParticipantRef participant)
    {
        var (grain, grainInterface) = _types.Value;
        var id = GrainId.Create(grain, ParticipantKey.Format(campaign, participant));
        return (IParticipantGrain)_grains.GetGrain(id, grainInterface);
    }
}
