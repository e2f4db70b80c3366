namespace CampaignEngine.Gateway.Answers;

/// <summary>Times in answers: UTC, whole seconds.</summary>
public static class WireTime
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
