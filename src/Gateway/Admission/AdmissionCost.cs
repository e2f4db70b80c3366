using CampaignEngine.Gateway.Prizes;

namespace CampaignEngine.Gateway.Admission;

/// <summary>What a request weighs, as far as can be told before its body is read.</summary>
public static class AdmissionCost
{
    /// <summary>Some thirty events of a batch; a single event is hardly ever longer.</summary>
    public const int BytesPerUnit = 4 * 1024;

    /// <summary>The largest body of any route, with its framing. Who announces more is refused without being read, and keeps no place for it.</summary>
    public const long MaxBytes = 2 * AddStockEndpoint.MaxBytes;

    /// <summary>At least 1. Who does not say how much is coming pays for the least: many clients send every body in chunks.</summary>
    public static int Of(HttpRequest request) =>
        request.ContentLength is { } bytes and > 0 and <= MaxBytes ? (int)(1 + bytes / BytesPerUnit) : 1;
}
