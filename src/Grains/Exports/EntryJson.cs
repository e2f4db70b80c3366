using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Grains.Exports;

/// <summary>
/// Stored entries as JSON for people and verifiers: <c>type</c> is the stored alias, then the members of the record in
/// camel case. Nulls are left out, 128-bit numbers and hashes are hexadecimal, and sealed secrets are not written.
/// </summary>
public static class EntryJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new Hex128() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddType, ConvertBytes } },
    };

    private static readonly Type[] s_entries = [typeof(StoredCampaignEntry), typeof(StoredPoolEntry), typeof(StoredParticipantEntry)];

    public static void Write(Utf8JsonWriter json, object entry) => JsonSerializer.Serialize(json, entry, entry.GetType(), s_options);

    /// <summary>Whether the entry's bytes must not be shown.</summary>
    public static bool HoldsSecrets(object entry) => entry is CampaignActivated;

    private static void AddType(JsonTypeInfo type)
    {
        if (!s_entries.Any(entry => entry.IsAssignableFrom(type.Type)))
            return;
        var alias = type.Type.GetCustomAttribute<AliasAttribute>(inherit: false)!.Alias;
        var member = type.CreateJsonPropertyInfo(typeof(string), "type");
        member.Get = _ => alias;
        member.Order = -1;
        type.Properties.Insert(0, member);
    }

    private static void ConvertBytes(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var member = type.Properties[i];
            if (member.PropertyType != typeof(byte[]))
                continue;
            if (member.Name.StartsWith("sealed", StringComparison.Ordinal))
                type.Properties.RemoveAt(i);
            else
                // A member that is not known here may be secret: it must be named before it is exported.
                member.CustomConverter = member.Name switch
                {
                    "document" or "frozenMembers" or "answer" => new NestedJson(),
                    "seedHash" or "campaignKeyHash" or "frozenMembersHash" => new HexBytes(),
                    _ => throw new NotSupportedException($"Whether {type.Type.Name}.{member.Name} may be exported is not said."),
                };
        }
    }

    /// <summary>Bytes that are JSON already, brought on one line.</summary>
    private sealed class NestedJson : WriteOnly<byte[]>
    {
        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options)
        {
            using var document = JsonDocument.Parse(value);
            document.WriteTo(writer);
        }
    }

    private sealed class HexBytes : WriteOnly<byte[]>
    {
        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Convert.ToHexStringLower(value));
    }

    private sealed class Hex128 : WriteOnly<UInt128>
    {
        public override void Write(Utf8JsonWriter writer, UInt128 value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("x32", CultureInfo.InvariantCulture));
    }

    private abstract class WriteOnly<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Entries are read from their bytes.");
    }
}
