using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>
/// The members of a definition that a draw depends on, as canonical JSON: fixed order, defaults written out, decimals
/// without trailing zeros, times in UTC. Two definitions with the same bytes draw alike; the SHA-256 of the bytes is
/// part of the commitment.
/// </summary>
public static class FrozenMembers
{
    public static byte[] Canonical(CampaignDefinition definition)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("startsAt", definition.StartsAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));
            if (definition.InstantWin is { } instantWin)
                Write(json, instantWin);
            else
                json.WriteNull("instantWin");
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, InstantWinDefinition instantWin)
    {
        json.WriteStartObject("instantWin");
        json.WriteStartArray("eventTypes");
        foreach (var eventType in instantWin.EventTypes)
            json.WriteStringValue(eventType);
        json.WriteEndArray();
        Write(json, instantWin.When);
        json.WriteString("mode", instantWin.Mode switch
        {
            InstantWinMode.Odds => "odds",
            _ => throw new InvalidOperationException($"No canonical form for mode {instantWin.Mode}."),
        });
        if (instantWin.MaxWinsPerUser is { } most)
            json.WriteNumber("maxWinsPerUser", most);
        else
            json.WriteNull("maxWinsPerUser");
        json.WriteStartArray("tiers");
        foreach (var tier in instantWin.Tiers)
        {
            json.WriteStartObject();
            json.WriteString("name", tier.Name);
            json.WriteNumber("quantity", tier.Quantity);
            json.WritePropertyName("odds");
            json.WriteRawValue(Canonical(tier.Odds));
            json.WriteNumber("points", tier.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<Condition> when)
    {
        json.WriteStartArray("when");
        foreach (var condition in when)
        {
            json.WriteStartObject();
            json.WriteString("field", condition.Field);
            json.WriteString("op", JsonNamingPolicy.CamelCase.ConvertName(condition.Operator.ToString()));
            json.WriteStartArray("values");
            foreach (var value in condition.Values)
                Write(json, value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Scalar value)
    {
        switch (value)
        {
            case Scalar.Text text: json.WriteStringValue(text.Value); break;
            case Scalar.Number number: json.WriteRawValue(Canonical(number.Value)); break;
            case Scalar.Flag flag: json.WriteBooleanValue(flag.Value); break;
            default: throw new InvalidOperationException($"No canonical form for {value.GetType().Name}.");
        }
    }

    /// <summary>Shortest digits: 0.10 and 0.1 are the same odds.</summary>
    private static string Canonical(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
