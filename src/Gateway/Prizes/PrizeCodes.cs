using CampaignEngine.Domain.Codes;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>What uploaded codes must be.</summary>
internal static class PrizeCodes
{
    public const int Max = 100_000;
    public const int MaxLength = 100;

    /// <summary>Mistakes that are told, at most.</summary>
    public const int MaxTold = 100;

    /// <summary>What is wrong with the codes; empty when nothing is.</summary>
    public static List<ErrorDetail> Check(string slug, IReadOnlyList<string> codes, Func<int, string, ErrorDetail> where)
    {
        List<ErrorDetail> details = [];
        if (codes.Count is 0 or > Max)
            details.Add(where(0, $"there must be 1 to {Max} codes"));
        for (var i = 0; i < codes.Count && details.Count < MaxTold; i++)
        {
            if (Violated(slug, codes[i]) is { } violated)
                details.Add(where(i + 1, violated));
        }

        return details;
    }

    private static string? Violated(string slug, string code)
    {
        if (code.Length is 0 or > MaxLength || !VisibleAscii.IsAll(code))
            return $"must be 1 to {MaxLength} visible ASCII characters";
        return Code.TryParse(slug, code, out _) ? "must not look like a code that the engine makes for this campaign" : null;
    }
}
