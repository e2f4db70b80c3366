using System.Text.Json;
using System.Text.Json.Serialization;

namespace CampaignEngine.Gateway.Answers;

/// <summary>JSON that goes into an answer byte for byte. It must be valid, which nobody checks.</summary>
[JsonConverter(typeof(Converter))]
public sealed record RawJson(byte[] Utf8)
{
    internal sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("It is only written.");

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Utf8, skipInputValidation: true);
    }
}
