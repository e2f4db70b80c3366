using System.Net;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Processes.Tests;

/// <summary>One request, as its client saw it.</summary>
/// <param name="Sent">Since the load began.</param>
/// <param name="Status">Null when the connection failed or nothing came in time.</param>
/// <param name="HasRetryAfter">Whether the answer said when to come again.</param>
internal sealed record Attempt(TimeSpan Sent, HttpStatusCode? Status, bool HasRetryAfter, RecordEventStatus? Meaning, byte[]? Data)
{
    /// <summary>It was decided, whatever the decision.</summary>
    public bool Succeeded => Status is not null && (int)Status < 500;
}
