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
    public static CampaignId Parse(ReadOnlySpan<char> key) => new(
        Guid.ParseExact(key[..32], "N"),
        (CampaignEnvironment)byte.Parse(key.Slice(33, 1), CultureInfo.InvariantCulture),
        Guid.ParseExact(key.Slice(35, 32), "N"));
}
