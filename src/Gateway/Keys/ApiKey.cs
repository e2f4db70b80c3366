using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Gateway.Keys;

/// <summary>What a key looks like: <c>sk_live_</c> or <c>sk_test_</c> and 32 hexadecimal digits.</summary>
public static class ApiKey
{
    private const string LivePrefix = "sk_live_";
    private const string TestPrefix = "sk_test_";
    private const int Length = 40;

    public const int SecretBytes = 16;

    /// <param name="secret"><see cref="SecretBytes"/> bytes.</param>
    public static string Format(CampaignEnvironment environment, ReadOnlySpan<byte> secret) =>
        (environment == CampaignEnvironment.Live ? LivePrefix : TestPrefix) + Convert.ToHexStringLower(secret);

    /// <summary>The environment that the prefix names, or null when the text is no key at all.</summary>
    public static CampaignEnvironment? EnvironmentOf(string text)
    {
        if (text.Length != Length || !IsHex(text.AsSpan(LivePrefix.Length)))
            return null;
        if (text.StartsWith(LivePrefix, StringComparison.Ordinal))
            return CampaignEnvironment.Live;
        return text.StartsWith(TestPrefix, StringComparison.Ordinal) ? CampaignEnvironment.Test : null;
    }

    private static bool IsHex(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
                return false;
        }

        return true;
    }
}
