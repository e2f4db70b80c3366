using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Gateway.Events;

/// <summary>An event as it was sent, or what is wrong with it.</summary>
public readonly record struct EventReading(RecordEventRequest? Request, ApiError? Error, IReadOnlyList<ErrorDetail>? Details)
{
    public static EventReading Of(RecordEventRequest request) => new(request, null, null);

    public static EventReading Refused(ApiError error, IReadOnlyList<ErrorDetail>? details = null) => new(null, error, details);
}
