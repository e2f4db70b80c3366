using System.Collections.Concurrent;

namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>Turns what a grain's method returns into a task of an object, and such a task into what the method returns.</summary>
internal abstract class Returned
{
    private static readonly ConcurrentDictionary<Type, Returned> s_byType = new();

    public abstract Task<object?> Unwrap(object returned);

    public abstract object Wrap(Task<object?> answer);

    public static Returned Of(Type type) => s_byType.GetOrAdd(type, static type =>
    {
        if (type == typeof(Task))
            return new OfTask();
        if (type == typeof(ValueTask))
            return new OfValueTask();
        var wrapper = type.GetGenericTypeDefinition() == typeof(Task<>) ? typeof(OfTask<>) : typeof(OfValueTask<>);
        return (Returned)Activator.CreateInstance(wrapper.MakeGenericType(type.GetGenericArguments()))!;
    });

    private static async Task<object?> Nothing(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> Boxed<T>(Task<T> task) => await task;

    private static async Task<T> Unboxed<T>(Task<object?> answer) => (T)(await answer)!;

    private sealed class OfTask : Returned
    {
        public override Task<object?> Unwrap(object returned) => Nothing((Task)returned);

        public override object Wrap(Task<object?> answer) => answer;
    }

    private sealed class OfValueTask : Returned
    {
        public override Task<object?> Unwrap(object returned) => Nothing(((ValueTask)returned).AsTask());

        public override object Wrap(Task<object?> answer) => new ValueTask(answer);
    }

    private sealed class OfTask<T> : Returned
    {
        public override Task<object?> Unwrap(object returned) => Boxed((Task<T>)returned);

        public override object Wrap(Task<object?> answer) => Unboxed<T>(answer);
    }

    private sealed class OfValueTask<T> : Returned
    {
        public override Task<object?> Unwrap(object returned) => Boxed(((ValueTask<T>)returned).AsTask());

        public override object Wrap(Task<object?> answer) => new ValueTask<T>(Unboxed<T>(answer));
    }
}
