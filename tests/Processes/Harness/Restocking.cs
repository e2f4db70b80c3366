namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>Adds some units again and again, so that the pool is sold out and has something to give many times in a run.</summary>
internal sealed class Restocking(CampaignClient client, History history) : IDisposable
{
    private const int Units = 40;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public int Times { get; private set; }

    public void Start() => _running = Task.Run(async () =>
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await client.AddStockAsync(Units, $"restock-{++Times}");
            }
            catch (InvalidOperationException exception)
            {
                history.AddUnexpected(exception.Message);
            }

            await Task.Delay(s_pause);
        }
    });

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public void Dispose() => _stop.Dispose();
}
