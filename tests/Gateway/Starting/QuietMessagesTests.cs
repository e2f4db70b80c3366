using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Hosting.Starting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Gateway.Tests.Starting;

public sealed class QuietMessagesTests
{
    [Theory]
    [InlineData(null, LogLevel.Trace, LogLevel.Information)]
    [InlineData("Orleans", LogLevel.Trace, LogLevel.Information)]
    [InlineData("orleans", LogLevel.Debug, LogLevel.Information)]
    [InlineData("Orleans.Runtime.Messaging", LogLevel.Trace, LogLevel.Information)]
    [InlineData("*.Messaging.MessageCenter", LogLevel.Trace, LogLevel.Information)]
    [InlineData("*", LogLevel.Trace, LogLevel.Information)]
    [InlineData("Orleans", LogLevel.Error, LogLevel.Error)]
    [InlineData("Orleans.Runtime", LogLevel.None, LogLevel.None)]
    public void However_it_is_asked_for_Orleans_logs_no_messages(string? category, LogLevel level, LogLevel lowest) =>
        Assert.Equal(lowest, LowestOf("Orleans.Runtime.Messaging.MessageCenter", logging => logging.AddFilter(category, level)));

    [Fact]
    public void What_is_quieter_stays_so() => Assert.Equal(
        LogLevel.Error,
        LowestOf("Orleans.Runtime.Silo", logging => logging.SetMinimumLevel(LogLevel.Trace).AddFilter("Orleans", LogLevel.Error)));

    [Fact]
    public void Others_log_what_they_are_told_to() =>
        Assert.Equal(LogLevel.Trace, LowestOf("CampaignEngine.Gateway", logging => logging.AddFilter(null, LogLevel.Trace)));

    private static LogLevel LowestOf(string category, Action<ILoggingBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.AddProvider(new LogText());
            configure(logging);
        });
        services.NeverLogMessages();
        using var provider = services.BuildServiceProvider();
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(category);
        return Enum.GetValues<LogLevel>().First(level => level == LogLevel.None || logger.IsEnabled(level));
    }
}
