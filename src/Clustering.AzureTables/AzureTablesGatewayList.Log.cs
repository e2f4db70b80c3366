using Microsoft.Extensions.Logging;

namespace CampaignEngine.Clustering.AzureTables;

internal sealed partial class AzureTablesGatewayList
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Row {RowKey} is no gateway that can be read; it is left out.")]
    private partial void LogUnreadableRow(Exception fault, string rowKey);
}
