using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Histories;

/// <summary>One request and what its client saw of it.</summary>
/// <param name="Body">Names the request's content: the same id with another body is another request.</param>
/// <param name="Sent">Sent and arrived are numbers of one counter: what was sent after something had arrived has a higher one.</param>
/// <param name="Status">Null when the call threw: the client knows nothing.</param>
public sealed record SeenAnswer(
    string User, string EventId, string Body, long Sent, long Arrived, RecordEventStatus? Status, byte[]? Data)
{
    /// <summary>A client may not conclude anything, and has to send the request again.</summary>
    public bool IsUnknown => Status is null or RecordEventStatus.OutcomeUnknown or RecordEventStatus.Unavailable;

    public bool IsRecorded => Status == RecordEventStatus.Recorded;
}
