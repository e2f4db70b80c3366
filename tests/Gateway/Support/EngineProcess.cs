using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>The built gateway or silo as a process of its own. It is stopped by its id when the test is over.</summary>
internal sealed partial class EngineProcess : IAsyncDisposable
{
    public const string Gateway = "CampaignEngine.Gateway.dll";
    public const string Silo = "CampaignEngine.Silo.dll";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly TaskCompletionSource _outputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _openStreams = 2;

    private EngineProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join(Environment.NewLine, _lines);

    public bool HasExited => _process.HasExited;

    public static EngineProcess Start(string program, string directory, params string[] args) =>
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, program), "--urls=http://127.0.0.1:0", .. args], directory);

    /// <summary>Starts another command, such as a shell, that becomes the process.</summary>
    public static EngineProcess Start(string command, string[] args, string directory)
    {
        var start = new ProcessStartInfo(command, args)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the test run was started with must not change what is tested.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        return new EngineProcess(start);
    }

    /// <summary>The address from the line that says where the process listens, once it has said everything.</summary>
    public async Task<Uri> ListensAsync()
    {
        await SaysAsync("curl -X POST ");
        return new Uri(AddressPattern().Match(await SaysAsync(" listens on ")).Groups[1].Value);
    }

    /// <summary>The first line that holds the text.</summary>
    public async Task<string> SaysAsync(string text)
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            if (_lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
                return found;
            if (_outputEnded.Task.IsCompleted || !await _news.WaitAsync(Patience - deadline.Elapsed))
                Assert.Fail($"The process never said \"{text}\", but:{Environment.NewLine}{Output}");
        }
    }

    public async Task<int> ExitsAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Kill -9: the process learns nothing of it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await ExitsAsync();
    }

    /// <summary>Asks the process to stop, as an operator or an orchestrator does. Not on Windows.</summary>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync("TERM");
        return await ExitsAsync();
    }

    /// <summary>The process does nothing, and does not notice, until it is continued. Not on Windows.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ContinueAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // What traces the process ends with it.
            _process.Kill(entireProcessTree: true);
            await ExitsAsync();
        }

        _process.Dispose();
        _news.Dispose();
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
        else if (Interlocked.Decrement(ref _openStreams) == 0)
            _outputEnded.SetResult();
        _news.Release();
    }

    [GeneratedRegex("(http://[^ ]+)")]
    private static partial Regex AddressPattern();
}
