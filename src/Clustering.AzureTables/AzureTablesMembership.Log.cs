using Microsoft.Extensions.Logging;

namespace CampaignEngine.Clustering.AzureTables;

internal sealed partial class AzureTablesMembership
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Cluster {ClusterId} is new in the membership table.")]
    private partial void LogCreated(string clusterId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The change of silo {RowKey} to membership version {Version} was refused: another change was first.")]
    private partial void LogRefused(string rowKey, int version);
}
