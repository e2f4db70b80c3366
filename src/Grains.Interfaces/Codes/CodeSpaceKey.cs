using System.Globalization;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Codes;

/// <summary>The key of a code space's grain: <c>app/environment</c>, as 32 hexadecimal digits and a digit.</summary>
public static class CodeSpaceKey
{
    public static string Format(Guid app, CampaignEnvironment environment) =>
        string.Create(CultureInfo.InvariantCulture, $"{app:N}/{(byte)environment}");

    /// <exception cref="FormatException">Not a key that <see cref="Format"/> made.</exception>
    public static (Guid App, CampaignEnvironment Environment) Parse(ReadOnlySpan<char> key)
    {
        if (key.Length == 34
            && Guid.TryParseExact(key[..32], "N", out var app)
            && byte.TryParse(key[33..], CultureInfo.InvariantCulture, out var environment)
            && key.SequenceEqual(Format(app, (CampaignEnvironment)environment)))
            return (app, (CampaignEnvironment)environment);

        throw new FormatException($"{key} is not the key of a code space.");
    }
}
