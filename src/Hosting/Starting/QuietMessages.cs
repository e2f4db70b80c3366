using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting.Starting;

/// <summary>
/// Below Information, Orleans logs whole messages, and with them prize codes and what users did. So that is never logged,
/// whatever the settings say.
/// </summary>
public static class QuietMessages
{
    private const string Category = "Orleans";

    public static void NeverLogMessages(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(Apply);

    public static void Apply(LoggerFilterOptions options)
    {
        foreach (var rule in options.Rules.Where(rule => rule.LogLevel < LogLevel.Information && MayName(rule.CategoryName)).ToList())
        {
            options.Rules.Remove(rule);
            options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, LogLevel.Information, rule.Filter));
        }

        // Next to a rule for everything stands one that is more to the point.
        foreach (var rule in options.Rules.Where(rule => rule.LogLevel < LogLevel.Information && string.IsNullOrEmpty(rule.CategoryName)).ToList())
            Add(options, rule.ProviderName);
        if (options.MinLevel < LogLevel.Information)
            Add(options, provider: null);
    }

    private static void Add(LoggerFilterOptions options, string? provider)
    {
        if (!options.Rules.Any(rule => rule.ProviderName == provider && Category.Equals(rule.CategoryName, StringComparison.OrdinalIgnoreCase)))
            options.Rules.Add(new LoggerFilterRule(provider, Category, LogLevel.Information, filter: null));
    }

    private static bool MayName(string? category) => category is [_, ..]
        && (category.Contains('*', StringComparison.Ordinal) || category.StartsWith(Category, StringComparison.OrdinalIgnoreCase));
}
