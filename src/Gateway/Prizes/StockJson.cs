using System.Text.Json;
using CampaignEngine.Domain.Prizes;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>Reads <c>{"tier":…,"add":…}</c> and <c>{"tier":…,"codes":[…],"add":…}</c>.</summary>
internal static class StockJson
{
    private const int MaxTierName = 100;

    /// <returns>Null when the members say what is wrong.</returns>
    public static AddStock? Read(StrictObject root, string slug)
    {
        var tier = Tier(root);
        var sent = root.Optional("codes");
        var add = root.Whole("add", sent is null ? root.Required("add") : root.Optional("add"), sent is null ? 1 : 0, PrizePool.MaxStocked);
        var codes = sent is { } list ? Codes(root, list, slug) : null;
        return tier is null ? null : new AddStock(tier, add, codes, Where);
    }

    private static string? Tier(StrictObject root)
    {
        if (root.Required("tier") is not { } member)
            return null;
        if (member.ValueKind == JsonValueKind.String && CharacterLimits.Violated(member.GetString()!, 1, MaxTierName) is null)
            return member.GetString();
        root.Wrong("tier", $"must be the name of a tier, a string of 1 to {MaxTierName} characters");
        return null;
    }

    private static string[]? Codes(StrictObject root, JsonElement list, string slug)
    {
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(code => code.ValueKind != JsonValueKind.String))
        {
            root.Wrong("codes", "must be an array of strings");
            return null;
        }

        string[] codes = [.. list.EnumerateArray().Select(code => code.GetString()!)];
        root.Wrong(PrizeCodes.Check(slug, codes, Where));
        return codes;
    }

    private static ErrorDetail Where(int code, string message) =>
        code == 0 ? new ErrorDetail("/codes", message) : new ErrorDetail($"/codes/{code - 1}", message);
}
