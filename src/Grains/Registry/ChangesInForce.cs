namespace CampaignEngine.Grains.Registry;

/// <summary>
/// Waits until no process goes by what was so before a change of the registry: what a management call promises with its
/// answer.
/// </summary>
/// <param name="isAlone">Whether no other process can use the journal.</param>
public sealed class ChangesInForce(ICampaignDirectory directory, TimeProvider time, bool isAlone)
{
    /// <summary>
    /// Nobody is asked, because nobody knows whom: a gateway of a cluster is no member of it, and one that is stopped or
    /// cut off would not answer. A directory answers for one second from what it read before the change, whatever becomes
    /// of its process; so that second is over. The rest is for clocks of different speed and timers that end early.
    /// </summary>
    public static readonly TimeSpan InCluster = CampaignDirectory.ValidFor + TimeSpan.FromMilliseconds(50);

    /// <summary>Called when the change is kept: by then, not earlier, the time begins.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken = default)
    {
        if (isAlone && await IsKnownHereAsync())
            return;
        await Task.Delay(InCluster, time, cancellationToken);
    }

    private async Task<bool> IsKnownHereAsync()
    {
        try
        {
            await directory.RefreshAsync();
            return true;
        }
        catch (DirectoryUnavailableException)
        {
            // Then it answers from what it read before for a second at most, as elsewhere.
            return false;
        }
    }
}
