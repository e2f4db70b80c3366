using System.Text.Json;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>What holds for the answer to any request, however broken.</summary>
internal static class FuzzRules
{
    /// <summary>The server refuses these before there is a request that a program could answer.</summary>
    private static readonly int[] s_bare = [400, 405, 408, 411, 413, 414, 431, 501, 505];

    /// <summary>Busy, and says so.</summary>
    private static readonly string[] s_busy =
        [ErrorCatalog.ForecastBusy.Name, ErrorCatalog.StatsCounting.Name, ErrorCatalog.LeaderboardLoading.Name];

    private static readonly string[] s_inside = ["Exception", "   at ", "System.", "CampaignEngine.", "/src/"];

    /// <summary>Null when all is as it must be.</summary>
    public static string? Violation(FuzzRequest request, RawAnswer? answer)
    {
        if (answer is null)
            return request.IsRaw ? null : "no answer";
        if (answer.Head.Contains("X-Evil", StringComparison.OrdinalIgnoreCase))
            return "a header of the client's";
        // The page of the reference is found by its address with a slash at the end.
        if (answer.Status is < 200 or (>= 300 and < 400))
            return answer.Status == 302 && request.Operation == "getDocs" ? null : "neither success nor error";
        if (answer.Status < 400)
            return null;
        if (request.IsRaw && answer.Body.Length == 0 && s_bare.Contains(answer.Status) && answer.Header("Connection") == "close")
            return null;
        if (request.Method == "HEAD")
            return answer.Status >= 500 ? "5xx" : null;
        if (answer.Body.Length == 0)
            return "no error body";
        return s_inside.FirstOrDefault(inside => answer.Body.Contains(inside, StringComparison.Ordinal)) is { } told
            ? $"tells of the inside: {told}"
            : OfBody(answer);
    }

    private static string? OfBody(RawAnswer answer)
    {
        try
        {
            var error = JsonSerializer.Deserialize<ErrorResponse>(answer.Body, JsonSerializerOptions.Web)!;
            if (error.Status != "error" || error.Code != answer.Status || error.RequestId != answer.Header("X-Request-Id"))
                return "not the error body";
            return answer.Status >= 500 && !s_busy.Contains(error.Error) ? "5xx" : null;
        }
        catch (JsonException)
        {
            return "not the error body";
        }
    }
}
