using Azure.Core;
using Azure.Core.Pipeline;

namespace CampaignEngine.Journal.Tests.AzureTables;

/// <summary>Carries requests to a real Azurite, with faults: what an emulator on loopback does not show by itself.</summary>
internal sealed class FaultyTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _inner = new();
    private readonly Lock _lock = new();
    private readonly Queue<TransportFault> _transactionFaults = new();
    private int _inFlight;

    /// <summary>What happens to transactions that no queued fault meets.</summary>
    public TransportFault OnTransaction { get; set; } = TransportFaults.NoFault;

    /// <summary>What happens to every other request.</summary>
    public TransportFault OnOther { get; set; } = TransportFaults.NoFault;

    public int Transactions { get; private set; }

    public int MostInFlight { get; private set; }

    /// <summary>The faults of the next transactions, one each.</summary>
    public void Next(params TransportFault[] faults)
    {
        lock (_lock)
            foreach (var fault in faults) _transactionFaults.Enqueue(fault);
    }

    public void Dispose() => _inner.Dispose();

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The journal makes no blocking request.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var isTransaction = message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);
        var fault = isTransaction ? Begin() : OnOther;
        try
        {
            await fault(message, async () => await _inner.ProcessAsync(message));
        }
        finally
        {
            if (isTransaction) lock (_lock) _inFlight--;
        }
    }

    private TransportFault Begin()
    {
        lock (_lock)
        {
            Transactions++;
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
            return _transactionFaults.TryDequeue(out var fault) ? fault : OnTransaction;
        }
    }
}
