namespace CampaignEngine.Gateway.Demo;

internal enum DemoState
{
    NotDevelopment,
    NotLoopback,
    Planted,
}
