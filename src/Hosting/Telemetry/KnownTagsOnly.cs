using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace CampaignEngine.Hosting.Telemetry;

/// <summary>
/// Keeps persons and secrets out of traces. Paths, queries, grain ids, row keys and the messages of exceptions may hold a
/// user's id or a reference to it, and the libraries that write spans change; so only tags that are known to hold
/// nothing of the kind stay.
/// </summary>
internal sealed class KnownTagsOnly : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme",
        "rpc.method", "rpc.service", "rpc.system", "rpc.system.name", "orleans.rpc.service",
        "error.type", "exception.type", "az.namespace",
    }.ToFrozenSet();

    public override void OnEnd(Activity data)
    {
        List<string>? unknown = null;
        foreach (ref readonly var tag in data.EnumerateTagObjects())
        {
            if (!Known.Contains(tag.Key))
                (unknown ??= []).Add(tag.Key);
        }

        foreach (var name in unknown ?? [])
            data.SetTag(name, null);
        data.SetStatus(data.Status); // Without its description, which may be an exception's message.
        data.TraceStateString = null; // Anything at all that the client sent.

        // An event cannot be taken out of a span, so one with an event stays here. None of our libraries adds any.
        if (data.Events.Any())
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
