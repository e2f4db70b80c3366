using System.Globalization;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Codes;

/// <summary>The key of a code space's grain: <c>app/environment</c>, as 32 hexadecimal digits and a digit.</summary>
public static class CodeSpaceKey
{
    public static string Format(Guid app, CampaignEnvironment environment) =>
        string.Create(CultureInfo.InvariantCulture, $"{app:N}/{(byte)environment}");

    /// <exception cref="FormatException">Not a key that <see cref="Format"/> made.</exception>
    public static (Guid App, CampaignEnvironment Environment) Parse(ReadOnlySpan<char> key) => (
        Guid.ParseExact(key[..32], "N"),
        (CampaignEnvironment)byte.Parse(key[33..], CultureInfo.InvariantCulture));
}
