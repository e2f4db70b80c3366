using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>
/// The members of a definition that a draw depends on, as canonical JSON: fixed order, defaults written out, decimals
/// without trailing zeros, times in UTC, null for what the mode does not use. Two definitions with the same bytes draw
/// alike; the SHA-256 of the bytes is part of the commitment.
/// </summary>
public static class FrozenMembers
{
    /// <summary>The members in which two definitions would not draw alike.</summary>
    /// <returns>
    /// JSON pointers in the order of the canonical form, empty when nothing differs. <c>eventTypes</c> and <c>when</c>
    /// are named as a whole, and so is <c>tiers</c> when their number differs.
    /// </returns>
    public static IReadOnlyList<string> Changed(CampaignDefinition before, CampaignDefinition after)
    {
        using var old = JsonDocument.Parse(Canonical(before));
        using var changed = JsonDocument.Parse(Canonical(after));
        var pointers = new List<string>();
        Compare(old.RootElement, changed.RootElement, "", pointers);
        // The end is frozen in one mode only: a change of mode alone does not change it.
        if (before.EndsAt == after.EndsAt)
            pointers.Remove("/endsAt");
        return pointers;
    }

    public static byte[] Canonical(CampaignDefinition definition)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("startsAt", Canonical(definition.StartsAt));
            if (definition.InstantWin?.Mode == InstantWinMode.Moments)
                json.WriteString("endsAt", Canonical(definition.EndsAt));
            else
                json.WriteNull("endsAt");
            json.WriteString("timeZone", definition.TimeZone);
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
            InstantWinMode.Deck => "deck",
            InstantWinMode.Moments => "moments",
            _ => throw new InvalidOperationException($"No canonical form for mode {instantWin.Mode}."),
        });
        Write(json, "deckSize", instantWin.DeckSize);
        Write(json, "maxWinsPerUser", instantWin.MaxWinsPerUser);
        json.WriteStartArray("tiers");
        foreach (var tier in instantWin.Tiers)
            Write(json, tier, instantWin.Mode);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TierDefinition tier, InstantWinMode mode)
    {
        json.WriteStartObject();
        json.WriteString("name", tier.Name);
        json.WriteNumber("quantity", tier.Quantity);
        json.WritePropertyName("odds");
        json.WriteRawValue(mode == InstantWinMode.Odds ? Canonical(tier.Odds) : "null");
        json.WriteNumber("points", tier.Points);
        Write(json, "maxPerDay", tier.MaxPerDay);
        json.WriteBoolean("ownCodes", tier.HasOwnCodes);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
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

    private static string Canonical(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    /// <summary>Objects are looked into, and the tiers while there are as many as before.</summary>
    private static void Compare(JsonElement before, JsonElement after, string pointer, List<string> changed)
    {
        if (JsonElement.DeepEquals(before, after))
            return;
        if (before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in before.EnumerateObject())
                Compare(member.Value, after.GetProperty(member.Name), $"{pointer}/{member.Name}", changed);
        }
        else if (pointer == "/instantWin/tiers" && before.GetArrayLength() == after.GetArrayLength())
        {
            for (var tier = 0; tier < before.GetArrayLength(); tier++)
                Compare(before[tier], after[tier], $"{pointer}/{tier.ToString(CultureInfo.InvariantCulture)}", changed);
        }
        else
        {
            changed.Add(pointer);
        }
    }
}
