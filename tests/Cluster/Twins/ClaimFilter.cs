using CampaignEngine.Grains.Interfaces.Prizes;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Stands before a pool and changes the claims that it gets, or what it does after one.</summary>
internal abstract class ClaimFilter : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain is not IPrizePoolGrain pool || context.MethodName != nameof(IPrizePoolGrain.Claim))
        {
            await context.Invoke();
            return;
        }

        var request = Change((ClaimRequest)context.Request.GetArgument(0)!);
        context.Request.SetArgument(0, request);
        await context.Invoke();
        if (context.Result is ClaimReply { Status: ClaimStatus.Awarded } reply)
            await AfterAwardAsync(pool, request, reply.Award);
    }

    protected virtual ClaimRequest Change(ClaimRequest request) => request;

    protected virtual Task AfterAwardAsync(IPrizePoolGrain pool, ClaimRequest request, long award) => Task.CompletedTask;
}
