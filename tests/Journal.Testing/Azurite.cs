using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CampaignEngine.Journal.Testing;

/// <summary>
/// A running Azurite (the table service of Azure Storage's emulator) on a free port of loopback, from
/// <c>tests/node_modules</c>. Stops with its process tree when disposed, and with the process that started it.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Script = "node_modules/azurite/dist/src/table/main.js";

    /// <summary>The account and key that every Azurite has; they are no secret.</summary>
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Somebody may take a port between its being found free and being bound.</summary>
    private const int Starts = 3;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);
    private static readonly string? Tests = FindTests();

    private readonly string? _directory;
    private Process? _process;
    private Task _closed = Task.CompletedTask;
    private int _port;

    private Azurite(string? directory) => _directory = directory;

    /// <summary>Whether tests can start one here.</summary>
    public static bool IsInstalled => WhyNot is null;

    /// <summary>What a developer must do to have it; null when it is there.</summary>
    public static string? WhyNot { get; } = FindWhyNot();

    /// <summary>
    /// The reason for leaving a test out: null where it is installed, and null under CAMPAIGN_HEAVY_TESTS=1, where a test
    /// must fail rather than be left out.
    /// </summary>
    public static string? SkipReason { get; } =
        Environment.GetEnvironmentVariable("CAMPAIGN_HEAVY_TESTS") == "1" ? null : WhyNot;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{_port}/{Account};";

    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("Azurite is stopped.");

    /// <param name="keepsData">Whether what is stored outlives <see cref="StopAsync"/>; it costs the emulator a copy of everything every few seconds.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or did not start; the message says why.</exception>
    public static async Task<Azurite> StartAsync(bool keepsData = false)
    {
        if (WhyNot is { } reason) throw new InvalidOperationException(reason);
        var azurite = new Azurite(keepsData ? Directory.CreateTempSubdirectory("campaign-azurite-").FullName : null);
        for (var start = 1; ; start++)
        {
            azurite._port = FreePort();
            try
            {
                await azurite.StartProcessAsync();
                return azurite;
            }
            catch (InvalidOperationException) when (start < Starts)
            {
                // Once more, on another port.
            }
        }
    }

    /// <summary>An outage: nothing listens any more. What was stored is saved first if it was started to keep it.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        process.StandardInput.Close();
        // Closed is saved; the process itself would stay for some seconds more.
        await Task.WhenAny(_closed, Task.Delay(StopTimeout));
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>After <see cref="StopAsync"/>: on the same port, with what it kept.</summary>
    public Task StartAgainAsync() =>
        _process is null ? StartProcessAsync() : throw new InvalidOperationException("Azurite runs already.");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_directory is not null) Directory.Delete(_directory, recursive: true);
    }

    private async Task StartProcessAsync()
    {
        string[] persistence = _directory is null ? ["--inMemoryPersistence"] : ["--location", _directory];
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                "--require", Path.Combine(Tests!, "azurite-with-parent.cjs"), Path.Combine(Tests!, Script),
                "--tableHost", "127.0.0.1", "--tablePort", $"{_port}", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in persistence) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(StartTimeout);
        if (await ReadUntilAsync(process.StandardOutput, "successfully started", timeout.Token))
        {
            _closed = ReadUntilAsync(process.StandardOutput, "successfully closed", CancellationToken.None);
            _process = process;
            return;
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        throw new InvalidOperationException($"Azurite did not start within {StartTimeout.TotalSeconds} s: {await errors}");
    }

    /// <returns>False when the output ended, or the time did.</returns>
    private static async Task<bool> ReadUntilAsync(StreamReader output, string text, CancellationToken timeout)
    {
        try
        {
            while (await output.ReadLineAsync(timeout) is { } line)
                if (line.Contains(text, StringComparison.Ordinal)) return true;
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindTests()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "Orleans.sln"))) return Path.Combine(directory.FullName, "tests");
        return null;
    }

    private static string? FindWhyNot()
    {
        const string Install = "Install Node.js and run: npm ci --prefix tests";
        if (Tests is null) return "Azurite is looked for in tests/node_modules of the repository, and this is not run from inside it.";
        if (!File.Exists(Path.Combine(Tests, Script))) return $"Azurite is not installed. {Install}";
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"Node.js is not on the path. {Install}";
        }
    }
}
