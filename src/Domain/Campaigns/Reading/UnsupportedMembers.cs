using System.Collections.Immutable;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// What the design of definitions names and the engine does not carry out yet. It is refused rather than ignored, for a
/// campaign must not run without a limit that its owner wrote. Whoever builds one takes it off this list and reads it.
/// </summary>
internal static class UnsupportedMembers
{
    public const string Sentence = "This is not supported yet. Leave it out.";

    public static readonly ImmutableArray<UnsupportedMember> Campaign =
    [
        new("streak"),
        new("referrals"),
        new("codes", JsonValueKind.False),
        new("branding"),
    ];

    public static readonly ImmutableArray<UnsupportedMember> Points = [new("maxPointsPerUser", JsonValueKind.Array)];

    public static readonly ImmutableArray<UnsupportedMember> Rule =
    [
        new("limits", JsonValueKind.Array),
        new("cooldownSeconds"),
    ];

    public static readonly ImmutableArray<UnsupportedMember> Milestone =
    [
        new("eventType"),
        new("count"),
        new("repeats", JsonValueKind.False),
    ];

    public static readonly ImmutableArray<UnsupportedMember> InstantWin = [new("deckSize")];

    public static readonly ImmutableArray<UnsupportedMember> Tier = [new("maxPerDay")];

    /// <summary>Values of <c>instantWin.mode</c>.</summary>
    public static readonly ImmutableArray<string> Modes = ["deck", "moments"];
}

/// <summary>A member that may only have its default value, which says nothing.</summary>
/// <param name="Default">Null; or false; or an array, which must be empty. Null is allowed beside the other two.</param>
internal readonly record struct UnsupportedMember(string Name, JsonValueKind Default = JsonValueKind.Null)
{
    public bool IsDefault(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
        || (value.ValueKind == Default && (Default != JsonValueKind.Array || value.GetArrayLength() == 0));
}
