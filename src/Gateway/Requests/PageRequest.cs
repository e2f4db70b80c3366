using System.Globalization;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Requests;

/// <summary>Which part of a list is asked for: <c>limit</c> and <c>cursor</c> of the query.</summary>
/// <param name="Cursor">As the last part gave it; null for the first part.</param>
public sealed record PageRequest(int Limit, string? Cursor)
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    /// <summary>Null when the refusal has been written.</summary>
    public static async Task<PageRequest?> ReadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["cursor"].Count > 1)
        {
            await RefuseCursorAsync(context);
            return null;
        }

        var limit = DefaultLimit;
        if (query.TryGetValue("limit", out var sent)
            && !(sent is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit))
        {
            await ErrorAnswer.WriteAsync(
                context, ErrorCatalog.InvalidRequest, [new ErrorDetail("", $"limit must be a number from 1 to {MaxLimit}")]);
            return null;
        }

        return new PageRequest(limit, query["cursor"] is [{ } cursor] ? cursor : null);
    }

    public static Task RefuseCursorAsync(HttpContext context) => ErrorAnswer.WriteAsync(
        context, ErrorCatalog.InvalidRequest, [new ErrorDetail("", "cursor must be one nextCursor of this list")]);
}
