using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting.Starting;

/// <summary>Defaults that any settings file, environment variable or argument may override.</summary>
internal static class EngineDefaults
{
    /// <summary>
    /// Every answer is on disk before it is sent, so a stop has nothing to rescue: it lets requests finish and grains
    /// leave, and with a gateway's drain of 5 s before it stays below the 30 s after which container platforms kill.
    /// </summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Orleans"] = "Warning",
        // Reports every placement of a grain that Orleans retries, and every one that it need not.
        ["Logging:LogLevel:Polly"] = "Warning",
        // Warns falsely after each start, because it counts the start itself as a stall.
        ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = "Error",
        // Says every second that a client still waits for its first silo, which ConnectionRetry says every half minute.
        ["Logging:LogLevel:Orleans.Messaging.GatewayManager"] = "Error",
    };

    public static void Apply(IHostApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Settings });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
    }
}
