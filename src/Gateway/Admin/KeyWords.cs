using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Admin;

/// <summary>How environments and scopes of keys are written.</summary>
internal static class KeyWords
{
    private const string Live = "live";
    private const string Test = "test";

    private static readonly (KeyScopes Scope, string Word)[] ScopeWords = [(KeyScopes.Events, "events"), (KeyScopes.Manage, "manage")];

    public static readonly IReadOnlyList<string> Environments = [Live, Test];

    public static readonly IReadOnlyList<string> AllScopes = [.. ScopeWords.Select(scope => scope.Word)];

    public static string Of(CampaignEnvironment environment) => environment == CampaignEnvironment.Live ? Live : Test;

    /// <param name="word">One of <see cref="Environments"/>.</param>
    public static CampaignEnvironment EnvironmentOf(string word) =>
        word == Live ? CampaignEnvironment.Live : CampaignEnvironment.Test;

    public static IReadOnlyList<string> Of(KeyScopes scopes) =>
        [.. ScopeWords.Where(scope => scopes.HasFlag(scope.Scope)).Select(scope => scope.Word)];

    /// <param name="words">Some of <see cref="AllScopes"/>.</param>
    public static KeyScopes ScopesOf(IEnumerable<string> words) =>
        words.Aggregate(KeyScopes.None, (all, word) => all | ScopeWords.Single(scope => scope.Word == word).Scope);
}
