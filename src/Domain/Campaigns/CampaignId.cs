namespace CampaignEngine.Domain.Campaigns;

/// <summary>A campaign, with the app (tenant) and the environment that it belongs to.</summary>
public readonly record struct CampaignId(Guid App, CampaignEnvironment Environment, Guid Value);

/// <summary>Live and test data are two separate worlds. The numbers are stored.</summary>
public enum CampaignEnvironment : byte
{
    Test = 1,
    Live = 2,
}

/// <summary>draft → active ⇄ paused → ended; drafts and ended ones may be deleted. The numbers are stored.</summary>
public enum CampaignStatus : byte
{
    Draft = 1,
    Active = 2,
    Paused = 3,
    Ended = 4,
    Deleted = 5,
}
