using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Requests;

/// <summary>The body of a request that takes none: nothing at all, or an object without members.</summary>
internal static class EmptyBody
{
    public static void Check(byte[] body, List<ErrorDetail> details)
    {
        if (body.Length == 0)
            return;
        using var document = StrictJson.TryParse(body, out var fault);
        if (document is null)
            details.Add(fault!);
        else
            StrictObject.Of(document.RootElement, "", details)?.RefuseOthers();
    }
}
