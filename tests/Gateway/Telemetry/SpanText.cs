using System.Diagnostics;

namespace CampaignEngine.Gateway.Tests.Telemetry;

internal static class SpanText
{
    /// <summary>All that an exporter sends of a span.</summary>
    public static string Of(Activity span) => string.Join(' ',
    [
        span.Source.Name, span.DisplayName, span.StatusDescription, span.TraceStateString,
        .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. span.Events.SelectMany(happened => happened.Tags).Select(tag => $"{tag.Key}={tag.Value}"),
        .. span.Links.SelectMany(link => link.Tags ?? []).Select(tag => $"{tag.Key}={tag.Value}"),
    ]);
}
