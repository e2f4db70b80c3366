namespace CampaignEngine.Gateway.Requests;

/// <summary>The characters ! to ~: no spaces, no control characters.</summary>
public static class VisibleAscii
{
    public static bool IsAll(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('!', '~');
}
