using Orleans.Core;
using Orleans.Timers;

namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>What grains ask of the runtime, which is also the services they ask for it.</summary>
internal sealed class SimulatedRuntime(IGrainFactory grains, TimeProvider time) : IGrainRuntime, IServiceProvider
{
    public string SiloIdentity => "simulated";

    public SiloAddress SiloAddress => SiloAddress.Zero;

    public IGrainFactory GrainFactory => grains;

    public TimeProvider TimeProvider => time;

    public IServiceProvider ServiceProvider => this;

    public ITimerRegistry TimerRegistry => throw new NotSupportedException("No grain here has timers.");

    public object? GetService(Type serviceType) => serviceType == typeof(IGrainRuntime) ? this : null;

    public void DeactivateOnIdle(IGrainContext grainContext) => grainContext.Deactivate(default);

    public void DelayDeactivation(IGrainContext grainContext, TimeSpan timeSpan) => throw new NotSupportedException("Nothing is idle here.");

    public IStorage<TGrainState> GetStorage<TGrainState>(IGrainContext grainContext) => throw new NotSupportedException("Grains keep what they keep in the journal.");
}
