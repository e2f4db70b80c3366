using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting.Health;

/// <summary>
/// What happens when the journal fails: nothing that is in memory can be trusted to be on disk any more, so the process
/// stops answering and ends; the next start reads what is really there.
/// </summary>
/// <param name="exit">Ends the process with an exit code.</param>
public sealed partial class FailStop(ILogger<FailStop> logger, Action<int> exit)
{
    /// <summary>EX_IOERR of sysexits.h.</summary>
    public const int ExitCode = 74;

    private int _failed;

    public bool HasFailed => Volatile.Read(ref _failed) != 0;

    /// <summary>Called on any thread, any number of times; the first call counts.</summary>
    public void OnFatal(Exception exception)
    {
        if (Interlocked.Exchange(ref _failed, 1) != 0)
            return;

        LogJournalFailed(exception);
        // Logs go out on a thread of their own, which may not get its turn any more.
        Console.Error.WriteLine($"The journal failed ({exception.Message}). The process ends; start it again to go on from what is on disk.");
        exit(ExitCode);
    }
}
