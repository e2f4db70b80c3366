using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

internal sealed class BooleanShape() : Shape<bool>("Write true or false, without quotes.")
{
    public static readonly BooleanShape Instance = new();

    public override bool TryRead(JsonElement element, out bool value)
    {
        value = element.ValueKind == JsonValueKind.True;
        return value || element.ValueKind == JsonValueKind.False;
    }
}
