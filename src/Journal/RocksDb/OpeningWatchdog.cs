using System.Diagnostics;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// Ends the process when opening hangs inside native code, where no exception or token reaches. It has a thread of its
/// own, so an exhausted thread pool cannot stop it.
/// </summary>
internal sealed class OpeningWatchdog : IDisposable
{
    private readonly ManualResetEventSlim _opened = new();
    private readonly Thread _thread;

    public OpeningWatchdog(TimeSpan timeout, Action<string> onTimeout, string path)
    {
        _thread = new Thread(() =>
        {
            if (!_opened.Wait(timeout))
                onTimeout($"The journal in {path} did not open within {timeout.TotalSeconds:0.#} s; its files are probably damaged. "
                    + "Restore the journal's directory from a backup.");
        })
        { IsBackground = true, Name = "Journal opening watchdog" };
        _thread.Start();
    }

    // Environment.Exit runs native exit handlers, which wait for the thread that spins; a kill does not.
    public static void KillProcess(string sentence)
    {
        Console.Error.WriteLine(sentence);
        Console.Error.Flush();
        Process.GetCurrentProcess().Kill();
    }

    public void Dispose()
    {
        _opened.Set();
        _thread.Join();
        _opened.Dispose();
    }
}
