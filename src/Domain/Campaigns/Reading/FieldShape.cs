using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>The path of a field of an event; see <see cref="FieldPath"/>.</summary>
internal sealed class FieldShape() : Shape<string>(
    $"Write {FieldPath.Prefix} and the path of a field, such as metadata.amount or metadata.order.total: "
    + $"at most {FieldPath.MaxNames} names of 1 to {FieldPath.MaxNameLength} characters, separated by dots.")
{
    public static readonly FieldShape Instance = new();

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out string value) =>
        JsonText.TryGet(element, out value) && FieldPath.TryParse(value, out _);
}
