namespace CampaignEngine.Gateway.Reference;

/// <summary>The body of a request that says everything with its path.</summary>
internal sealed record NoMembers;
