namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Lets calls of one grain method fail, before or after they were carried out.</summary>
internal sealed class FailingCalls(string method, bool afterwards) : IIncomingGrainCallFilter
{
    public bool IsFailing { get; set; }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var fails = IsFailing && context.InterfaceMethod.Name == method;
        if (fails && !afterwards)
            throw new TimeoutException("secret sauce");
        await context.Invoke();
        if (fails)
            throw new TimeoutException("secret sauce");
    }
}
