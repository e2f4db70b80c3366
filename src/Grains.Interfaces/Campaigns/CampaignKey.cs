using System.Globalization;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Campaigns;

/// <summary>The key of a campaign's grains: <c>app/environment/campaign</c>, as 32 hexadecimal digits, a digit, 32 digits.</summary>
public static class CampaignKey
{
    public const int Length = 67;

    public static string Format(CampaignId id) =>
        string.Create(CultureInfo.InvariantCulture, $"{id.App:N}/{(byte)id.Environment}/{id.Value:N}");

    /// <exception cref="FormatException">Not a key that <see cref="Format"/> made.</exception>
    public static CampaignId Parse(ReadOnlySpan<char> key)
    {
        if (key.Length == Length
            && Guid.TryParseExact(key[..32], "N", out var app)
            && byte.TryParse(key.Slice(33, 1), CultureInfo.InvariantCulture, out var environment)
            && Guid.TryParseExact(key.Slice(35, 32), "N", out var campaign))
        {
            // Two ways to write one key would be two grains over one stream.
            var id = new CampaignId(app, (CampaignEnvironment)environment, campaign);
            if (key.SequenceEqual(Format(id)))
                return id;
        }

        throw new FormatException($"{key} is not the key of a campaign.");
    }
}
