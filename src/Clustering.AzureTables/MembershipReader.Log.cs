using Microsoft.Extensions.Logging;

namespace CampaignEngine.Clustering.AzureTables;

internal sealed partial class MembershipReader
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "The membership of cluster {ClusterId} changed while it was read (reading {Reading}); it is read again.")]
    private partial void LogTornReading(string clusterId, int reading);

    [LoggerMessage(Level = LogLevel.Error, Message = "Row {RowKey} of cluster {ClusterId} is no silo that can be read; it is left out.")]
    private partial void LogUnreadableRow(Exception fault, string rowKey, string clusterId);
}
