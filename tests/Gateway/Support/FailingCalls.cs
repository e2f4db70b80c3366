namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Lets calls of one grain method fail, before or after they were carried out.</summary>
internal sealed class FailingCalls(string method, bool afterwards) : IIncomingGrainCallFilter
{
    private int _failures;

    public bool IsFailing { set => Volatile.Write(ref _failures, value ? int.MaxValue : 0); }

    public void FailOnce() => Volatile.Write(ref _failures, 1);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var fails = context.InterfaceMethod.Name == method && Interlocked.Decrement(ref _failures) >= 0;
        if (fails && !afterwards)
            throw new TimeoutException("secret sauce");
        await context.Invoke();
        if (fails)
            throw new TimeoutException("secret sauce");
    }
}
