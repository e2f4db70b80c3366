namespace CampaignEngine.Gateway.Answers;

/// <summary>Times in answers: UTC, whole seconds.</summary>
public static class WireTime
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>With milliseconds, where something is computed from the time.</summary>
    public static string FormatMilliseconds(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    public static string? FormatOrNull(DateTimeOffset? time) => time is { } moment ? Format(moment) : null;
}
