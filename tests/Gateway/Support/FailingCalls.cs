namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Lets calls of one grain method fail, before or after they were carried out.</summary>
/// <param name="after">How many calls go well first.</param>
internal sealed class FailingCalls(string method, bool afterwards, int after = 0) : IIncomingGrainCallFilter
{
    private int _failures;
    private int _good = after;

    public bool IsFailing { set => Volatile.Write(ref _failures, value ? int.MaxValue : 0); }

    public void FailOnce() => Volatile.Write(ref _failures, 1);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var fails = context.InterfaceMethod.Name == method && Interlocked.Decrement(ref _good) < 0 && Interlocked.Decrement(ref _failures) >= 0;
        if (fails && !afterwards)
            throw new TimeoutException("secret sauce");
        await context.Invoke();
        if (fails)
            throw new TimeoutException("secret sauce");
    }
}
