using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests;

/// <summary>Nothing in the domain waits: a decision is one synchronous call.</summary>
public class ConventionTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types = typeof(PrizePool).Assembly.GetTypes();

    [Fact]
    public void Nothing_is_asynchronous()
    {
        Assert.DoesNotContain(Types, typeof(IAsyncStateMachine).IsAssignableFrom);
        Assert.Empty(Types.SelectMany(MembersOf).Where(member => TypesOf(member).Any(IsTask)).Select(Name));
    }

    [Fact]
    public void Nothing_locks_or_waits() => Assert.Empty(
        from type in Types
        from method in MembersOf(type).OfType<MethodBase>()
        from called in CallsOf(method)
        where called.DeclaringType is { } owner && (owner == typeof(Monitor) || owner == typeof(Lock)
            || owner == typeof(Thread) || owner == typeof(SemaphoreSlim) || owner.IsSubclassOf(typeof(WaitHandle)) || IsTask(owner))
        select $"{Name(method)} calls {Name(called)}");

    [Fact]
    public void An_explanation_can_know_no_draw()
    {
        var reached = ReachedFrom(typeof(EventExplainer).GetMethod(nameof(EventExplainer.Explain))!);

        Assert.Contains(reached, method => method.DeclaringType == typeof(PrizePool).Assembly.GetType("CampaignEngine.Domain.Participants.MilestoneLadder"));
        Assert.DoesNotContain(reached, method => method.DeclaringType?.Namespace is "CampaignEngine.Domain.Draws" or "CampaignEngine.Domain.Hashing");
        Assert.DoesNotContain(reached, method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CampaignDraw)));
        // What the scan would find in the recorder.
        Assert.Contains(
            ReachedFrom(typeof(EventRecorder).GetMethod(nameof(EventRecorder.Begin))!), method => method.DeclaringType == typeof(CampaignDraw));
    }

    /// <summary>All methods of the domain that a method may run, lambdas included.</summary>
    private static HashSet<MethodBase> ReachedFrom(MethodBase first)
    {
        var reached = new HashSet<MethodBase>();
        var waiting = new Stack<MethodBase>([first]);
        while (waiting.TryPop(out var method))
        {
            if (method.DeclaringType?.Assembly != typeof(PrizePool).Assembly || !reached.Add(method))
                continue;
            foreach (var called in CallsOf(method))
                waiting.Push(called);
        }

        return reached;
    }

    [Fact]
    public void The_scan_sees_calls() => Assert.Contains(
        CallsOf(typeof(PrizePool).GetMethod(nameof(PrizePool.Decide))!), called => called.Name == nameof(PrizePool.Apply));

    [Fact]
    public void The_scan_sees_locks() => Assert.Contains(
        CallsOf(GetType().GetMethod(nameof(Locks), All)!), called => called.DeclaringType == typeof(Monitor));

    private static void Locks(object gate)
    {
        lock (gate)
            GC.KeepAlive(gate);
    }

    private static IEnumerable<MemberInfo> MembersOf(Type type) => type.GetMembers(All);

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        _ => [],
    };

    private static bool IsTask(Type type) =>
        type.Namespace == "System.Threading.Tasks" || (type.IsGenericType && type.GetGenericArguments().Any(IsTask));

    /// <summary>Every method that the body names, found byte by byte: a token too many does no harm.</summary>
    private static IEnumerable<MethodBase> CallsOf(MethodBase method)
    {
        var body = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i + sizeof(int) < body.Length; i++)
        {
            if (body[i] != OpCodes.Call.Value && body[i] != OpCodes.Callvirt.Value && body[i] != OpCodes.Newobj.Value
                && body[i] != unchecked((byte)OpCodes.Ldftn.Value))
                continue;
            MethodBase? called = null;
            try
            {
                called = method.Module.ResolveMethod(
                    BitConverter.ToInt32(body, i + 1),
                    method.DeclaringType?.GetGenericArguments(),
                    method.IsGenericMethod ? method.GetGenericArguments() : null);
            }
            catch (Exception exception) when (exception is ArgumentException or BadImageFormatException)
            {
                // Not a token.
            }

            if (called is not null)
                yield return called;
        }
    }

    private static string Name(MemberInfo member) => $"{member.DeclaringType?.FullName}.{member.Name}";
}
