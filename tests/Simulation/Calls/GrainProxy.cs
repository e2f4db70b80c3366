using System.Reflection;

namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>A reference to a grain: every call goes over the simulated network.</summary>
/// <remarks>Public because its subclasses are made in another assembly, at run time.</remarks>
public class GrainProxy : DispatchProxy
{
    private Network _network = null!;
    private GrainName _name;

    internal static object Create(Type grainInterface, string key, Network network)
    {
        var proxy = (GrainProxy)Create(grainInterface, typeof(GrainProxy));
        (proxy._network, proxy._name) = (network, new GrainName(grainInterface, key));
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Returned.Of(targetMethod!.ReturnType).Wrap(_network.CallAsync(new GrainCall(_name, targetMethod, args ?? [])));
}
