using System.Net;
using CampaignEngine.Bench.Flood;

// Flood PORT PID KEY SECOND_KEY CAPACITY SECONDS: capacity is how many requests the gateway works on and lets wait.
var server = new IPEndPoint(IPAddress.Loopback, int.Parse(args[0]));
var (pid, key, second, capacity) = (args[1], args[2], args[3], int.Parse(args[4]));
var duration = TimeSpan.FromSeconds(int.Parse(args[5]));

Console.WriteLine("| load | connections | accepted/s | of the maximum | p50 ms | p99 ms | refused/s | other | resident MiB |");
Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
await Of(256).RunAsync(duration);
var maximum = 0.0;
foreach (var connections in (int[])[64, 256, 512])
    maximum = Math.Max(maximum, Print("maximum", connections, await Of(connections).RunAsync(duration)));

Print("flood", 3 * capacity, await Of(3 * capacity).RunAsync(duration));
var after = await Of(64).RunAsync(TimeSpan.FromSeconds(10));
Print("after it", 64, after);
var impatient = new Load(server, key, 3 * capacity, heedsRetryAfter: false);
Print("flood that does not wait", 3 * capacity, await impatient.RunAsync(duration));

// The other app asks for half of what there is, and for more.
foreach (var connections in (int[])[64, capacity])
{
    var flood = Of(3 * capacity).RunAsync(duration);
    var others = await new Load(server, second, connections, heedsRetryAfter: true).RunAsync(duration);
    Print("flood beside another app", 3 * capacity, await flood);
    Print("the other app", connections, others);
}

Console.WriteLine();
Console.WriteLine($"after the flood the last request that was refused or took more than 500 ms: {after.LastTroubleAt.TotalSeconds:F1} s");

Load Of(int connections) => new(server, key, connections, heedsRetryAfter: true);

double Print(string load, int connections, Tally tally)
{
    var perSecond = tally.Accepted / duration.TotalSeconds * (load == "after it" ? duration.TotalSeconds / 10 : 1);
    Console.WriteLine($"| {load} | {connections} | {perSecond:F0} | {(maximum > 0 ? perSecond / maximum : 1):P0} | {tally.Percentile(0.5):F1} | "
        + $"{tally.Percentile(0.99):F1} | {tally.Refused / duration.TotalSeconds:F0} | {tally.Other} | {ResidentMiB()} |");
    return perSecond;
}

long ResidentMiB() => long.Parse(File.ReadLines($"/proc/{pid}/status").Single(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
    .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1]) / 1024;
