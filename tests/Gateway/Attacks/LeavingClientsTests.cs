using System.Text;
using CampaignEngine.Gateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Gateway.Tests.Attacks;

public sealed class LeavingClientsTests
{
    /// <summary>The server would look for a next request in what it still reads of this one, and warn with a stack trace.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_leaves_in_the_middle_of_a_body_does_not_fill_the_log(bool takesLeave)
    {
        var log = new LogText();
        await using (var host = await GatewayHost.StartAsync([], builder => builder.Services.AddSingleton<ILoggerProvider>(log)))
        {
            await new TestWorld(host.Services).BuildAsync();
            for (var i = 0; i < 20; i++)
            {
                using var connection = await RawConnection.OpenAsync(host.Client.BaseAddress!);
                await connection.WriteAsync(Encoding.ASCII.GetBytes(
                    $"POST /v1/campaigns/points/events HTTP/1.1\r\nHost: x\r\nX-API-Secret: {TestKeys.Test}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{{"));
                if (!takesLeave)
                    continue;
                connection.EndWriting();
                Assert.True(await connection.ReadAnswerAsync() is null or { Status: 400 });
            }
        }

        Assert.DoesNotContain(log.Lines, line => line.Contains("ended abnormally", StringComparison.Ordinal));
    }
}
