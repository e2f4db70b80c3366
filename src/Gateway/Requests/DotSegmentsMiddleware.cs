namespace CampaignEngine.Gateway.Requests;

/// <summary>
/// Refuses paths with <c>.</c> or <c>..</c> as a segment. The server would make another path of them: one that was
/// meant for a participant would reach the campaign.
/// </summary>
public sealed class DotSegmentsMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!HasDotSegment(RawTarget.Path(context)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public static bool HasDotSegment(ReadOnlySpan<char> rawPath)
    {
        foreach (var segment in rawPath.Split('/'))
        {
            if (Dots(rawPath[segment]) is 1 or 2)
                return true;
        }

        return false;
    }

    /// <returns>0 when there is anything else in the segment, too.</returns>
    private static int Dots(ReadOnlySpan<char> segment)
    {
        var dots = 0;
        for (; !segment.IsEmpty; dots++)
        {
            if (segment[0] == '.')
                segment = segment[1..];
            else if (segment.StartsWith("%2e", StringComparison.OrdinalIgnoreCase))
                segment = segment[3..];
            else
                return 0;
        }

        return dots;
    }
}
