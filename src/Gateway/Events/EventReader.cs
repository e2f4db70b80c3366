using System.Text.Json;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Gateway.Events;

/// <summary>Turns a request into an event, or into a list of everything that is wrong with it.</summary>
public sealed class EventReader(TimeProvider time)
{
    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or cut off.</exception>
    public async ValueTask<EventReading> ReadAsync(HttpRequest request)
    {
        if (!ContentTypes.IsJson(request))
            return EventReading.Refused(ErrorCatalog.UnsupportedMediaType);

        var body = await RequestBody.ReadAsync(request.BodyReader, CancellationToken.None);
        try
        {
            return Read(RequestBody.InOnePiece(body), request.Headers);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    public EventReading Read(ReadOnlyMemory<byte> body, IHeaderDictionary headers)
    {
        List<ErrorDetail>? details = null;
        var key = IdempotencyKey.Read(headers, ref details);
        return Read(body, key, details, mustHaveId: false);
    }

    /// <summary>An event of a batch: as an event alone, but that it names itself.</summary>
    public EventReading ReadItem(ReadOnlyMemory<byte> item) => item.Length > RequestBody.MaxBytes
        ? EventReading.Refused(ErrorCatalog.BodyTooLarge)
        : Read(item, key: null, details: null, mustHaveId: true);

    private EventReading Read(ReadOnlyMemory<byte> body, string? key, List<ErrorDetail>? details, bool mustHaveId)
    {
        using var document = StrictJson.TryParse(body, out var fault);
        if (document is null)
            return Invalid([.. details ?? [], fault!]);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? Read(new RequestMembers(document.RootElement, details), key, mustHaveId)
            : Invalid([.. details ?? [], new ErrorDetail("", "must be a JSON object")]);
    }

    private EventReading Read(RequestMembers members, string? key, bool mustHaveId)
    {
        var userId = members.RequiredText("userId"u8, "/userId", CharacterLimits.UserId);
        var eventType = members.RequiredText("eventType"u8, "/eventType", CharacterLimits.EventType);
        var metadata = members.Metadata();
        var eventId = members.EventId(mustHaveId);
        var occurredAt = members.OccurredAt();
        var displayName = members.OptionalText("displayName"u8, "/displayName", CharacterLimits.DisplayName);
        if (eventId is not null && key is not null && eventId != key)
            members.Wrong("/eventId", $"must be the same as the header {IdempotencyKey.Header} when both are sent");

        if (members.Details is { } details)
            return Invalid(details);

        var given = eventId ?? key;
        return EventReading.Of(new RecordEventRequest(
            userId!, eventType!, metadata, given ?? NewEventId(), EventIdGiven: given is not null, occurredAt, displayName));
    }

    private string NewEventId() => Guid.CreateVersion7(time.GetUtcNow()).ToString();

    private static EventReading Invalid(IReadOnlyList<ErrorDetail> details) => EventReading.Refused(ErrorCatalog.InvalidBody, details);
}
