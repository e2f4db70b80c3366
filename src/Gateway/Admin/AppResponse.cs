using CampaignEngine.Gateway.Answers;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Admin;

public sealed record AppResponse(Guid Id, string Name, bool Active, string CreatedAt)
{
    public static AppResponse From(RegisteredApp app) => new(app.Id, app.Name, app.IsActive, WireTime.Format(app.CreatedAt));
}

/// <summary>What an audit keeps of an action on an app.</summary>
public sealed record AppDetail(string Name);
