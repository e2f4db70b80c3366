namespace CampaignEngine.Gateway.Health;

public sealed record HealthResponse(string Status);

public sealed record NameResponse(string Name, string Version);
