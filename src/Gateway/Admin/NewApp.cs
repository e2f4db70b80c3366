using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Admin;

/// <summary>An app to create.</summary>
internal sealed record NewApp(string Name, string? IdempotencyKey)
{
    public const int MaxName = 100;

    /// <summary>Null only when the members say why.</summary>
    public static NewApp? Read(StrictObject members, string? idempotencyKey) =>
        members.RequiredText("name", MaxName) is { } name ? new NewApp(name, idempotencyKey) : null;
}
