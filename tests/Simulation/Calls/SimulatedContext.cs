
namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>What a grain may ask Orleans about itself; the rest is not simulated.</summary>
internal sealed class SimulatedContext(GrainId grainId, IServiceProvider services, Action leave) : IGrainContext
{
    public GrainId GrainId => grainId;

    public IServiceProvider ActivationServices => services;

    public GrainReference GrainReference => throw NotSimulated();

    public object? GrainInstance => throw NotSimulated();

    public ActivationId ActivationId => throw NotSimulated();

    public GrainAddress Address => throw NotSimulated();

    public IGrainLifecycle ObservableLifecycle => throw NotSimulated();

    public IWorkItemScheduler Scheduler => throw NotSimulated();

    public Task Deactivated => throw NotSimulated();

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) => leave();

    public object? GetTarget() => throw NotSimulated();

    public TTarget? GetTarget<TTarget>() where TTarget : class => throw NotSimulated();

    public object? GetComponent(Type componentType) => throw NotSimulated();

    public TComponent? GetComponent<TComponent>() where TComponent : class => throw NotSimulated();

    public void SetComponent<TComponent>(TComponent? value) where TComponent : class => throw NotSimulated();

    public void ReceiveMessage(object message) => throw NotSimulated();

    public void Activate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default) => throw NotSimulated();

    public void Rehydrate(IRehydrationContext context) => throw NotSimulated();

    public void Migrate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default) => throw NotSimulated();

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => grainId.GetHashCode();

    private static NotSupportedException NotSimulated() => new("The simulation has no such thing.");
}
