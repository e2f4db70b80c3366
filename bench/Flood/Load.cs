using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CampaignEngine.Bench.Flood;

/// <summary>Clients that send without pause; who is refused waits the second that the answer asks for, or not even that.</summary>
internal sealed class Load(IPEndPoint server, string key, int connections, bool heedsRetryAfter)
{
    private const int Users = 10_000;

    public async Task<Tally> RunAsync(TimeSpan duration)
    {
        var tally = new Tally();
        var start = Stopwatch.GetTimestamp();
        using var end = new CancellationTokenSource(duration);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(i => Task.Run(() => SendAsync(tally, start, end.Token))));
        return tally;
    }

    private async Task SendAsync(Tally tally, long start, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var client = new Client(server, key);
                await client.ConnectAsync(end);
                while (true)
                {
                    var begun = Stopwatch.GetTimestamp();
                    var status = await client.PostAsync(Random.Shared.Next(Users), end);
                    tally.Add(status, Stopwatch.GetElapsedTime(begun), Stopwatch.GetElapsedTime(start));
                    if (status == 503 && heedsRetryAfter)
                        await Task.Delay(TimeSpan.FromSeconds(1), end);
                }
            }
            catch (OperationCanceledException)
            {
                // It is over.
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                tally.Add(0, TimeSpan.Zero, Stopwatch.GetElapsedTime(start));
            }
        }
    }
}
