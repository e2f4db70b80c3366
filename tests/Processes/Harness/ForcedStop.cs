namespace CampaignEngine.Processes.Tests.Harness;

internal static class ForcedStop
{
    /// <summary>Waits for a process that must end by itself; one that does not is killed with what it runs under.</summary>
    /// <returns>The exit code; null when it had to be killed.</returns>
    public static async Task<int?> ExitCodeAsync(Member engine, TimeSpan patience)
    {
        try
        {
            return await engine.ExitsAsync().WaitAsync(patience);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            await engine.DisposeAsync();
            return null;
        }
    }
}
