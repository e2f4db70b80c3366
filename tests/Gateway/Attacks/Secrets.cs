using System.Text.RegularExpressions;

namespace CampaignEngine.Gateway.Tests.Attacks;

/// <summary>What an answer shows that nobody else may see: keys, codes of prizes, seeds.</summary>
internal static partial class Secrets
{
    public static IEnumerable<string> In(string answer) => Pattern().Matches(answer).Select(match => match.Groups[1].Value);

    [GeneratedRegex("\"(?:secret\":\"sk_(?:live|test)_|winCode\":\"|code\":\"|seed\":\")([^\"]{8,})\"")]
    private static partial Regex Pattern();
}
