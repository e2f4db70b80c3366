namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>Reads journals in a child process, since opening a damaged one may hang; a hung child is killed by its watchdog.</summary>
internal sealed class Dumper : IDisposable
{
    private const string WatchdogSeconds = "5";

    private ChildProcess? _child;

    /// <returns>"read" and a hash of everything, or "refused" and why.</returns>
    public string Dump(string path)
    {
        _child ??= ChildProcess.Start("dump", WatchdogSeconds);
        _child.WriteLine(path);
        if (_child.ReadLine() is { } line) return line;

        var (exitCode, errors) = _child.WaitForExit();
        _child.Dispose();
        _child = null;
        return $"ended with {exitCode} {errors}";
    }

    public void Dispose() => _child?.Dispose();
}
