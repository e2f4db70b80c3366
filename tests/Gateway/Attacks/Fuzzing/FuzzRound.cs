using System.Collections.Concurrent;
using System.Text;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Reference;

namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>Every operation in a new world, so often that those which can be done once are tried before and after.</summary>
internal sealed class FuzzRound(FuzzedGateway gateway, int seed, int requestsPerOperation)
{
    private const int Workers = 4;

    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<FuzzRequest> _refused = new();
    private readonly ConcurrentDictionary<int, int> _statuses = new();

    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>How often which; 0 is a closed connection.</summary>
    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    public Task SendAllAsync() => Parallel.ForEachAsync(
        DescribedRoutes.All.Select((route, index) => (route, index)),
        new ParallelOptions { MaxDegreeOfParallelism = Workers },
        async (operation, _) => await SendAsync(operation.route, seed + operation.index * requestsPerOperation));

    /// <summary>Sends what was refused once more, when nothing else happens, and counts what is kept meanwhile.</summary>
    public async Task AssertRefusedLeaveNothingAsync()
    {
        var refused = _refused.ToList();
        using var sender = new FuzzSender(gateway.Address);
        while (true)
        {
            // Waits for what others began.
            await gateway.CountEntriesAsync();
            var before = gateway.Appends;
            var accepted = new HashSet<FuzzRequest>();
            foreach (var request in refused)
            {
                if (await sender.SendAsync(request) is { Status: < 400 })
                    accepted.Add(request);
            }

            if (accepted.Count == 0)
            {
                Assert.Equal(before, gateway.Appends);
                return;
            }

            // The world has changed since, such as a version that If-Match names.
            refused.RemoveAll(accepted.Contains);
        }
    }

    private async Task SendAsync(DescribedRoute route, int firstSeed)
    {
        var examples = FuzzExamples.Of(route, await Preparations.RunAsync(gateway, route.Operation.Id));
        using var sender = new FuzzSender(gateway.Address);
        for (var i = firstSeed; i < firstSeed + requestsPerOperation; i++)
        {
            var request = Fuzzer.Mutate(examples, i);
            try
            {
                var answer = await sender.SendAsync(request);
                _statuses.AddOrUpdate(answer?.Status ?? 0, 1, (_, count) => count + 1);
                if (FuzzRules.Violation(request, answer) is { } violation)
                    Report(i, request, $"{violation}: {answer?.Shown}");
                if (answer is { Status: >= 400 and < 500 })
                    _refused.Enqueue(request);
            }
            catch (Exception exception) when (exception is IOException or TimeoutException or FormatException)
            {
                Report(i, request, exception.Message);
            }
        }
    }

    private void Report(int number, FuzzRequest request, string what) =>
        _violations.Enqueue($"{request.Operation}, seed {number}: {Cut(what)}\n{Cut(Encoding.Latin1.GetString(request.ToBytes()))}\n");

    private static string Cut(string text) => text.Length <= 2000 ? text : text[..2000];
}
