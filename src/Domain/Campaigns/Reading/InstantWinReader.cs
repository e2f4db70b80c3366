using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>instantWin</c>. Required: <c>eventTypes</c>, <c>tiers</c>. By default <c>game</c> is spinWheel, <c>when</c>
/// is empty, <c>mode</c> is odds, plays and wins are unlimited, <c>whenPlaysExceeded</c> is reject, and
/// <c>losingMessage</c> is <see cref="LosingMessage"/>.
/// </summary>
internal static class InstantWinReader
{
    public const int MaxEventTypes = 50;
    public const string LosingMessage = "Not this time. Try again!";

    private static readonly MemberNames Names = new(
        [
            "game", "eventTypes", "when", "mode", "maxPlays", "whenPlaysExceeded", "maxWinsPerUser", "tiers", "losingMessage",
        ],
        UnsupportedMembers.InstantWin);

    private static readonly ChoiceShape<Game> Games = new(
        ("spinWheel", Game.SpinWheel), ("scratchCard", Game.ScratchCard), ("cardFlip", Game.CardFlip));

    private static readonly ChoiceShape<InstantWinMode> Modes = new(("odds", InstantWinMode.Odds));
    private static readonly ChoiceShape<bool> RecordWithoutPlay = new(("reject", false), ("recordWithoutPlay", true));
    private static readonly WholeNumberShape Wins = new(1, 1_000_000);

    public static InstantWinDefinition? Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names) is not { } game)
            return null;
        return new InstantWinDefinition(
            game.Optional("game", Games, Game.SpinWheel),
            ReadEventTypes(game),
            ConditionReader.ReadAll(game.Find("when")),
            ReadMode(game),
            game.Find("maxPlays") is { } maxPlays ? CountLimitsReader.Read(maxPlays) : [],
            game.Optional("whenPlaysExceeded", RecordWithoutPlay, false),
            game.Find("maxWinsPerUser") is { } wins ? (int)Wins.Read(wins) : null,
            game.Require("tiers", TiersReader.Sentence) is { } tiers ? TiersReader.Read(tiers) : [],
            game.Optional("losingMessage", TextShape.Message, LosingMessage)!);
    }

    private static ImmutableArray<string> ReadEventTypes(ObjectPart game)
    {
        if (game.Require("eventTypes", ArrayPart.Sentence(1, MaxEventTypes, "event types")) is not { } list)
            return [];
        var unique = new UniqueTexts();
        return ArrayPart.Read(list, 1, MaxEventTypes, "event types", item =>
        {
            var eventType = TextShape.EventType.Read(item);
            unique.Add(eventType, item.Pointer, item.Errors);
            return eventType;
        });
    }

    private static InstantWinMode ReadMode(ObjectPart game)
    {
        if (game.Find("mode") is not { } mode)
            return InstantWinMode.Odds;
        if (!JsonText.TryGet(mode.Element, out var text) || !UnsupportedMembers.Modes.Contains(text))
            return Modes.Read(mode);
        mode.Refuse($"The mode {text} is not supported yet. Write odds.");
        return default;
    }
}
