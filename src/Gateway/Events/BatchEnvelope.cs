using System.Text.Json;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Events;

/// <summary>
/// Finds the events in a batch without looking into them, so that one that is not fit does not spoil the others:
/// <c>{"events":[…]}</c> and nothing else.
/// </summary>
internal static class BatchEnvelope
{
    public const int MaxEvents = 1_000;

    /// <summary>An item may nest as deep as it likes here, and is refused by itself.</summary>
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <returns>Where the items stand, or null with the reason in <paramref name="fault"/>.</returns>
    public static List<Range>? Find(ReadOnlySpan<byte> body, out ErrorDetail? fault)
    {
        fault = body.IsEmpty ? new ErrorDetail("", "must be a JSON object; the body is empty") : null;
        if (fault is not null)
            return null;

        var reader = new Utf8JsonReader(body, AnyDepth);
        try
        {
            var items = Find(ref reader, ref fault);
            if (fault is not null)
                return null;
            // Whatever comes after the object throws.
            reader.Read();
            return items;
        }
        catch (JsonException exception)
        {
            fault = new ErrorDetail("", $"must be one JSON object; line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} is not JSON");
            return null;
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no text: half of a surrogate pair.
            fault = new ErrorDetail("", "must have no member but events");
            return null;
        }
    }

    private static List<Range>? Find(ref Utf8JsonReader reader, ref ErrorDetail? fault)
    {
        List<Range>? items = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            fault = new ErrorDetail("", "must be a JSON object");
        while (fault is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("events"u8))
                fault = new ErrorDetail("", "must have no member but events");
            else if (items is not null)
                fault = new ErrorDetail("/events", "must not appear twice");
            else
                items = FindItems(ref reader, ref fault);
        }

        if (fault is null && items is null)
            fault = new ErrorDetail("/events", "is required");
        return items;
    }

    private static List<Range> FindItems(ref Utf8JsonReader reader, ref ErrorDetail? fault)
    {
        List<Range> items = [];
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            fault = new ErrorDetail("/events", "must be an array");
            return items;
        }

        while (items.Count <= MaxEvents && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(start..(int)reader.BytesConsumed);
        }

        if (items.Count is 0 or > MaxEvents)
            fault = new ErrorDetail("/events", $"must have 1 to {MaxEvents} items");
        return items;
    }
}
