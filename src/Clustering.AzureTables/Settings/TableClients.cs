using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Clustering.AzureTables.Settings;

/// <summary>The client of the storage account, with the timeouts and retries that membership needs.</summary>
internal static class TableClients
{
    /// <summary>
    /// For one try. An answer takes milliseconds, and a query may take the service up to 5 s before it breaks off with a page.
    /// The client's default of 100 s would hold a death declaration for longer than all of Orleans' probes together.
    /// </summary>
    public static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A client from the services is the operator's, with the operator's timeouts and retries. It should not send
    /// transactions again by itself: the second try would be refused because of the first.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no client under the key, or nothing to connect to.</exception>
    /// <exception cref="FormatException">The connection string is none.</exception>
    public static TableServiceClient Create(ClusteringSettings settings, IServiceProvider services) => settings switch
    {
        { ServiceKey: { } key } => services.GetRequiredKeyedService<TableServiceClient>(key),
        { ConnectionString: { } address } when Uri.TryCreate(address, UriKind.Absolute, out var uri) => new TableServiceClient(uri, Options()),
        { ConnectionString: { } text } => new TableServiceClient(text, Options()),
        _ => throw new InvalidOperationException("There is no storage account to connect to."),
    };

    /// <param name="transport">Instead of the network, in tests.</param>
    public static TableClientOptions Options(HttpPipelineTransport? transport = null)
    {
        var options = new TableClientOptions { RetryPolicy = new UnlessTransactionRetryPolicy() };
        options.Retry.NetworkTimeout = NetworkTimeout;
        if (transport is not null)
            options.Transport = transport;
        return options;
    }
}
