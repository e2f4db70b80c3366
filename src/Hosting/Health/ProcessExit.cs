using System.Diagnostics;

namespace CampaignEngine.Hosting.Health;

/// <summary>Ends the process, whatever its threads are doing.</summary>
public static class ProcessExit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Now(int exitCode)
    {
        // Exit waits for handlers that may wait for a thread that hangs; the second thread does not wait.
        Start(() => Environment.Exit(exitCode));
        Start(() =>
        {
            Thread.Sleep(Patience);
            Process.GetCurrentProcess().Kill();
        });
    }

    private static void Start(ThreadStart action) => new Thread(action) { IsBackground = true, Name = "process exit" }.Start();
}
