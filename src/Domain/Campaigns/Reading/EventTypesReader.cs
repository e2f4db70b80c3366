using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>Reads <c>eventTypes</c>, which is required wherever there is one: 1 to 50, each another.</summary>
internal static class EventTypesReader
{
    public const int MaxEventTypes = 50;

    public static ImmutableArray<string> ReadRequired(ObjectPart owner)
    {
        if (owner.Require("eventTypes", ArrayPart.Sentence(1, MaxEventTypes, "event types")) is not { } list)
            return [];
        var unique = new UniqueTexts();
        return ArrayPart.Read(list, 1, MaxEventTypes, "event types", item =>
        {
            var eventType = TextShape.EventType.Read(item);
            unique.Add(eventType, item.Pointer, item.Errors);
            return eventType;
        });
    }
}
