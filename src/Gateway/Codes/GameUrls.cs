using CampaignEngine.Domain.Campaigns;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CampaignEngine.Gateway.Codes;

/// <summary>Where campaigns are played.</summary>
public sealed class GameUrls(GatewayOptions options, IServer server)
{
    public string Of(CampaignId campaign, string slug) => $"{Start}/campaign/{campaign.App}/{slug}";

    private string Start => options.PublicUrl ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? ServerSettings.DefaultUrl;
}
