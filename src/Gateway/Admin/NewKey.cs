using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Admin;

/// <summary>A key to make.</summary>
internal sealed record NewKey(CampaignEnvironment Environment, KeyScopes Scopes, string? Label, string? IdempotencyKey)
{
    public const int MaxLabel = 100;

    /// <summary>Null only when the members say why.</summary>
    public static NewKey? Read(StrictObject members, string? idempotencyKey)
    {
        var environment = members.Choice("environment", members.Required("environment"), KeyWords.Environments);
        var scopes = members.Choices("scopes", members.Optional("scopes"), KeyWords.AllScopes) ?? KeyWords.AllScopes;
        var label = members.Text("label", members.Optional("label"), 0, MaxLabel);
        return environment is null
            ? null
            : new NewKey(KeyWords.EnvironmentOf(environment), KeyWords.ScopesOf(scopes), label, idempotencyKey);
    }
}
