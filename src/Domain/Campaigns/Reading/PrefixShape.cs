using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>What a text of an event must begin with.</summary>
internal sealed class PrefixShape() : Shape<Scalar>($"Write a text of at most {ScalarShape.MaxText} characters.")
{
    public static readonly PrefixShape Instance = new();

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out Scalar value) =>
        ScalarShape.Instance.TryRead(element, out value) && value is Scalar.Text;
}
