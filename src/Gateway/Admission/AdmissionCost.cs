namespace CampaignEngine.Gateway.Admission;

/// <summary>What a request weighs, as far as can be told before its body is read.</summary>
internal static class AdmissionCost
{
    /// <summary>Some thirty events of a batch; a single event is hardly ever longer.</summary>
    public const int BytesPerUnit = 4 * 1024;

    /// <summary>At least 1. Who does not say how much is coming pays for the least: many clients send every body in chunks.</summary>
    public static int Of(HttpRequest request) =>
        request.ContentLength is { } bytes and > 0 ? (int)Math.Min(int.MaxValue, 1 + bytes / BytesPerUnit) : 1;
}
