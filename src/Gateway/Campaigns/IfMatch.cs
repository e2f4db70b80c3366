using System.Globalization;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>Versions in headers: <c>ETag: "3"</c> in answers, <c>If-Match: "3"</c> in requests.</summary>
internal static class IfMatch
{
    private const string Rule = "the header If-Match must be one version as an ETag gives it, in double quotes";

    /// <summary>The version, or null when none was sent or it is wrong, which <paramref name="details"/> then says.</summary>
    public static int? Read(IHeaderDictionary headers, List<ErrorDetail> details)
    {
        var sent = headers.IfMatch;
        if (sent.Count == 0)
            return null;
        if (sent is [['"', .. var text, '"']] && PageQuery.IsNumber(text, out var version) && version <= int.MaxValue)
            return (int)version;
        details.Add(new ErrorDetail("", Rule));
        return null;
    }

    public static void WriteETag(HttpResponse response, int version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
