using System.Text.RegularExpressions;

namespace CampaignEngine.Gateway.Tests.Processes;

/// <summary>
/// Compares answers with those that the documentation shows. Ids, times, codes and keys are others each time: the first that
/// the documentation shows stands for the first that came, from there on in commands too.
/// </summary>
internal sealed partial class Documented
{
    private readonly Dictionary<string, string> _actual = [];

    /// <summary>A command with what really came in place of what the documentation shows.</summary>
    public string InCommand(string command) =>
        _actual.Aggregate(command, (text, pair) => text.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    /// <param name="shown">May be broken into lines; at its end, <c>…</c> stands for whatever follows.</param>
    public void Hold(string command, string shown, string answer)
    {
        var (expected, actual) = (Joined(shown), Joined(answer));
        var isSame = expected.EndsWith('…')
            ? WithKinds(actual).StartsWith(WithKinds(expected)[..^1], StringComparison.Ordinal)
            : WithKinds(actual) == WithKinds(expected);
        Assert.True(isSame, $"{command}\nshows    {expected}\nanswered {actual}");
        foreach (var (known, came) in Varying().Matches(expected).Zip(Varying().Matches(actual)))
        {
            if (!known.Groups["time"].Success)
                Assert.Equal(_actual.GetValueOrDefault(known.Value, came.Value), _actual[known.Value] = came.Value);
        }
    }

    private static string Joined(string text) => Breaks().Replace(text.Trim().ReplaceLineEndings("\n"), "");

    /// <summary>With the name of its kind for each text that is another each time.</summary>
    private static string WithKinds(string text) => Varying().Replace(text, found =>
        $"<{found.Groups.Values.First(group => group is { Success: true, Name: not "0" }).Name}>");

    [GeneratedRegex("\n *")]
    private static partial Regex Breaks();

    [GeneratedRegex("""
        (?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)|(?<uuid>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})
        |(?<request>[0-9A-V]{13}:[0-9A-F]{8})|(?<key>sk_(test|live)_[0-9a-f]{32})|(?<hash>\b[0-9a-f]{64}\b)|(?<id>\b[0-9a-f]{32}\b)
        |(?<code>\b[A-Z0-9]{4}-[2-9A-HJKMNP-Z]{8}\b)|(?<="referralCode":")(?<referral>[2-9A-HJKMNP-Z]{8})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Varying();
}
