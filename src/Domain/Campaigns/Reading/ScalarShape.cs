using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>A value that a condition compares with. Its texts may hold anything that a text of an event may.</summary>
internal sealed class ScalarShape() : Shape<Scalar>(
    $"Write a text of at most {MaxText} characters, a number of at most {ExactDecimal.MaxDigits} digits, true or false. "
    + "For null use the op exists.")
{
    public const int MaxText = 500;

    public static readonly ScalarShape Instance = new();

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out Scalar value)
    {
        value = null;
        if (JsonText.TryGet(element, out var text) && JsonText.Length(text) <= MaxText)
            value = new Scalar.Text(text);
        else if (ExactDecimal.TryRead(element, out var number))
            value = new Scalar.Number(number);
        else if (BooleanShape.Instance.TryRead(element, out var flag))
            value = new Scalar.Flag(flag);
        return value is not null;
    }
}
