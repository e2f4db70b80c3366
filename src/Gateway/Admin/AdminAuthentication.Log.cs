using System.Net;

namespace CampaignEngine.Gateway.Admin;

public sealed partial class AdminAuthentication
{
    [LoggerMessage(LogLevel.Warning, "Request {RequestId} from {Address} came with a wrong admin token")]
    private partial void LogFailed(IPAddress? address, string requestId);
}
