using System.Reflection;

namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>One call of a grain's method, on its way.</summary>
/// <param name="Grain">The interface and the key.</param>
internal sealed record GrainCall(GrainName Grain, MethodInfo Method, object?[] Arguments)
{
    public TaskCompletionSource<object?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<object?> InvokeAsync(object instance) =>
        Returned.Of(Method.ReturnType).Unwrap(Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, Arguments, culture: null)!);
}

internal readonly record struct GrainName(Type Interface, string Key);
