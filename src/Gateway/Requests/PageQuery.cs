using System.Globalization;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Requests;

/// <summary>The query of a list of part two: <c>limit</c> (1 to 100, 20 without; more is taken as 100) and <c>cursor</c>.</summary>
internal static class PageQuery
{
    public const int MaxLimit = 100;

    private const int DefaultLimit = 20;

    /// <summary>Far beyond any list; with the largest limit it still fits a number.</summary>
    private const int MaxPage = 1_000_000;

    public static int Limit(HttpRequest request, List<ErrorDetail> details) =>
        (int)Math.Min(Number(request, "limit", $"from 1 to {MaxLimit}", DefaultLimit, details), MaxLimit);

    /// <summary>The page of lists that are counted in pages, from 1.</summary>
    public static int Page(HttpRequest request, List<ErrorDetail> details) =>
        (int)Math.Min(Number(request, "page", "from 1", 1, details), MaxPage);

    private static uint Number(HttpRequest request, string name, string range, uint otherwise, List<ErrorDetail> details)
    {
        var sent = request.Query[name];
        if (sent.Count == 0)
            return otherwise;
        if (sent is [{ } text] && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        details.Add(new ErrorDetail("", $"the query's {name} must be a number {range}, once"));
        return otherwise;
    }

    /// <param name="isOurs">Whether the text is one that the list gives out.</param>
    public static string? Cursor(HttpRequest request, Func<string, bool> isOurs, List<ErrorDetail> details)
    {
        var sent = request.Query["cursor"];
        if (sent.Count == 0)
            return null;
        if (sent is [{ } text] && isOurs(text))
            return text;
        details.Add(new ErrorDetail("", "the query's cursor must be a nextCursor of this list, once"));
        return null;
    }

    /// <summary>A cursor that is the number of the last item, counted down.</summary>
    public static long? NumberCursor(HttpRequest request, List<ErrorDetail> details) =>
        Cursor(request, text => IsNumber(text, out _), details) is { } cursor && IsNumber(cursor, out var number) ? number : null;

    public static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0 && text[0] != '0';
}
