using System.Collections.Concurrent;
using System.Diagnostics;

namespace CampaignEngine.Journal.Tests;

/// <summary>A started Journal.Child, whose output is collected line by line. Killed with its tree when disposed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];
    private readonly List<string> _read = [];
    private readonly Task<string> _errors;
    private readonly Task _output;

    private ChildProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        _output = Task.Run(async () =>
        {
            while (await _process.StandardOutput.ReadLineAsync() is { } line) _lines.Add(line);
            _lines.CompleteAdding();
        });
    }

    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "CampaignEngine.Journal.Child.dll");

    public int Id => _process.Id;

    /// <summary>Everything that <see cref="ReadLine"/> has given, in order.</summary>
    public IReadOnlyList<string> Read => _read;

    public static ChildProcess Start(params string[] arguments) => new(new ProcessStartInfo(DotNet, [Dll, .. arguments]));

    /// <summary>Starts a copy of the child in that copy's directory: RocksDB's loader looks into the working directory too.</summary>
    public static ChildProcess StartCopy(string dll, params string[] arguments) =>
        new(new ProcessStartInfo(DotNet, [dll, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(dll) });

    /// <summary>Starts it by another program, which gets the child's command line after its own arguments.</summary>
    public static ChildProcess StartUnder(string program, string[] programArguments, params string[] arguments) =>
        new(new ProcessStartInfo(program, [.. programArguments, DotNet, Dll, .. arguments]));

    public void WriteLine(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>The next line; null when the process has ended.</summary>
    public string? ReadLine()
    {
        if (_lines.TryTake(out var line, Timeout))
        {
            _read.Add(line);
            return line;
        }

        return _lines.IsCompleted ? null : throw new TimeoutException("The child process printed nothing for too long.");
    }

    /// <summary>Kill -9, and all lines that it printed before.</summary>
    public IReadOnlyList<string> Kill()
    {
        _process.Kill(entireProcessTree: true);
        // Its output ends before its files are unlocked.
        WaitForExit();
        return ReadToEnd();
    }

    public IReadOnlyList<string> ReadToEnd()
    {
        for (var watch = Stopwatch.StartNew(); ReadLine() is not null;)
            if (watch.Elapsed > Timeout) throw new TimeoutException("The child process goes on printing.");
        return _read;
    }

    public (int ExitCode, string Errors) WaitForExit()
    {
        if (!_process.WaitForExit(Timeout)) throw new TimeoutException("The child process did not end.");
        _output.Wait(Timeout);
        return (_process.ExitCode, _errors.Result);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _lines.Dispose();
    }

    private static string DotNet =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
}
