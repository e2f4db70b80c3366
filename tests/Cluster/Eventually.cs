namespace CampaignEngine.Cluster.Tests;

/// <summary>Waits for what nobody announces; the bound is only there so that a failing test ends.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(40);

    public static async Task Holds(Func<Task<bool>> condition, string what)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!await condition())
        {
            Assert.False(bound.IsCancellationRequested, $"It never came true that {what}.");
            await Task.Delay(10);
        }
    }
}
