using Azure.Core;
using Azure.Core.Pipeline;

namespace CampaignEngine.Clustering.AzureTables.Tests.Storage;

/// <summary>The way to the storage account, with something happening on it: before a request goes out or after its answer came.</summary>
internal sealed class HookedTransport(HttpPipelineTransport inner) : HttpPipelineTransport
{
    private int requests;

    public HookedTransport() : this(new HttpClientTransport())
    {
    }

    /// <summary>Gets the request and its number, from 1.</summary>
    public Func<Request, int, Task> Before { get; init; } = static (_, _) => Task.CompletedTask;

    public Func<Request, int, Task> After { get; init; } = static (_, _) => Task.CompletedTask;

    public int Requests => requests;

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Nothing here is synchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var number = Interlocked.Increment(ref requests);
        await Before(message.Request, number);
        await inner.ProcessAsync(message);
        await After(message.Request, number);
    }

    public static bool IsTransaction(Request request) => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);
}
