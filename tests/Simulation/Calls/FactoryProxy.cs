using System.Reflection;

namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>Finds grains by an interface and a string, which is all that is asked for.</summary>
/// <remarks>Public because its subclasses are made in another assembly, at run time.</remarks>
public class FactoryProxy : DispatchProxy
{
    private Network _network = null!;

    internal static IGrainFactory Create(Network network)
    {
        var factory = Create<IGrainFactory, FactoryProxy>();
        ((FactoryProxy)(object)factory)._network = network;
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod is { Name: nameof(IGrainFactory.GetGrain), IsGenericMethod: true } && args is [string key, ..]
            ? GrainProxy.Create(targetMethod.GetGenericArguments()[0], key, _network)
            : throw new NotSupportedException($"{targetMethod} is not simulated.");
}
