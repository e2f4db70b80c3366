using System.Text.Json;

namespace CampaignEngine.Verify.Files;

internal static class Json
{
    /// <summary>Whether reading failed because the JSON is not as it should be.</summary>
    public static bool IsUnexpected(Exception exception) => exception is JsonException or KeyNotFoundException
        or InvalidOperationException or FormatException or ArgumentException or OverflowException;
}
