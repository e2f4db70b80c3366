namespace CampaignEngine.Gateway.Reference;

/// <summary>A header of an answer.</summary>
public sealed record ApiHeader(string Name, string Description)
{
    public static readonly ApiHeader ETag = new("ETag", "The version, for `If-Match`.");
}
