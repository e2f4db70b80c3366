using System.Net.Sockets;
using CampaignEngine.Grains.Restores;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Hosting.Starting;

/// <summary>Runs a process, and turns what keeps it from starting into a sentence and an exit code.</summary>
public static class StartGuard
{
    public const int StartFailed = 1;

    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            await using var app = build();
            await StartAsync(app);
            await app.WaitForShutdownAsync();
            return Environment.ExitCode;
        }
        catch (Exception exception)
        {
            // An error that nobody foresaw keeps its stack trace: there is no sentence that would help more.
            await Console.Error.WriteLineAsync(Explain(exception) ?? exception.ToString());
            return StartFailed;
        }
    }

    /// <summary>A start that fails half-way still stops what has started, so that a silo leaves and a journal closes.</summary>
    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    /// <summary>What an operator can do about it, or null when it is not a foreseen error.</summary>
    public static string? Explain(Exception? exception) => exception switch
    {
        null => null,
        StartErrorException or JournalOpenException or JournalDamagedException or MasterKeyMismatchException or RestoreTimeException => exception.Message,
        OrleansConfigurationException => exception.Message,
        JournalUnavailableException or OutcomeUnknownException =>
            $"{exception.Message} The journal's storage must answer when a process starts: start it again when it does.",
        SiloUnavailableException => $"{exception.Message} Start a silo of this cluster, or check Orleans:ClusterId and Orleans:Clustering.",
        IOException { InnerException: AddressInUseException } =>
            $"{exception.Message} Another process listens there: stop it, or give this one another address, for example --urls http://127.0.0.1:5090.",
        SocketException => $"Cannot listen on the given address: {exception.Message}. Set urls to an address of this machine, for example --urls http://127.0.0.1:5080.",
        AggregateException several => several.InnerExceptions.Select(Explain).FirstOrDefault(sentence => sentence is not null),
        _ => Explain(exception.InnerException),
    };
}
