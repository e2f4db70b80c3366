namespace CampaignEngine.Gateway.Campaigns;

/// <summary>The name of a campaign in URLs: <c>[a-z0-9][a-z0-9-]{0,63}</c>.</summary>
internal static class CampaignSlug
{
    public const string Rule = "the slug must have 1 to 64 characters a-z, 0-9 and -, not begin with -, and not be codes";

    private const int MaxLength = 64;

    /// <summary>Its place in URLs belongs to the codes of all campaigns.</summary>
    private const string Reserved = "codes";

    public static bool IsValid(string text) =>
        text.Length is >= 1 and <= MaxLength && text[0] != '-' && text != Reserved && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
