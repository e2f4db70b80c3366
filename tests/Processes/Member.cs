using System.Diagnostics;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Processes.Tests;

/// <summary>One silo or gateway of a cluster: a process that can be killed, stopped, and started again where it was.</summary>
internal sealed class Member(string program, string directory, Uri address, string[] args) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly HttpClient s_http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private EngineProcess? _process;

    public Uri Address => address;

    public string Output => _process?.Output ?? "";

    public bool HasExited => _process is null or { HasExited: true };

    public void Start() => _process = EngineProcess.Start(program, directory, [$"--urls={address}", .. args]);

    /// <summary>Starts it through another command, such as a shell, that becomes the process.</summary>
    public void StartUnder(string command, params string[] before) => _process = EngineProcess.Start(
        command, [.. before, "dotnet", Path.Combine(AppContext.BaseDirectory, program), $"--urls={address}", .. args], directory);

    public async Task StartAndWaitAsync()
    {
        Start();
        await ReadyAsync();
    }

    public async Task ReadyAsync()
    {
        for (var watch = Stopwatch.StartNew(); !await IsReadyAsync(); await Task.Delay(100))
            Assert.True(watch.Elapsed < Patience, $"{address} is not ready, but says:{Environment.NewLine}{Output}");
    }

    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await s_http.GetAsync(new Uri(address, "healthz/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (LostConnection.Is(exception))
        {
            return false;
        }
    }

    /// <summary>Kill -9: nobody is told.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> ExitsAsync() => _process!.ExitsAsync();

    /// <summary>It does nothing, and does not notice, until it is continued.</summary>
    public Task FreezeAsync() => _process!.FreezeAsync();

    public Task ContinueAsync() => _process!.ContinueAsync();

    /// <summary>Asks it to stop, and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> TerminateAsync() => _process!.TerminateAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
            await process.DisposeAsync();
    }
}
