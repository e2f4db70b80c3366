using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Starting;

/// <summary>Settings that are whole numbers, written in digits alone.</summary>
public static class WholeNumberSetting
{
    /// <param name="unless">When it is not set, or is wrong.</param>
    public static int ReadWhole(this IConfiguration configuration, string key, int unless, int min, int max, StartProblems problems)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return unless;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        problems.Add($"{key} is \"{text}\". Write a whole number from {min} to {max}.");
        return unless;
    }
}
