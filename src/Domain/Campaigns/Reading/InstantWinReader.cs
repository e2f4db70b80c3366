namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>instantWin</c>. Required: <c>eventTypes</c>, <c>tiers</c>, and <c>deckSize</c> in the mode deck. By default
/// <c>game</c> is spinWheel, <c>when</c> is empty, <c>mode</c> is odds, plays and wins are unlimited,
/// <c>whenPlaysExceeded</c> is reject, and <c>losingMessage</c> is <see cref="LosingMessage"/>.
/// </summary>
internal static class InstantWinReader
{
    public const string LosingMessage = "Not this time. Try again!";

    private static readonly MemberNames Names = new(
        [
            "game", "eventTypes", "when", "mode", "maxPlays", "whenPlaysExceeded", "maxWinsPerUser", "tiers", "deckSize",
            "losingMessage",
        ]);

    private static readonly ChoiceShape<Game> Games = new(
        ("spinWheel", Game.SpinWheel), ("scratchCard", Game.ScratchCard), ("cardFlip", Game.CardFlip));

    private static readonly ChoiceShape<InstantWinMode> Modes = new(
        ("odds", InstantWinMode.Odds), ("deck", InstantWinMode.Deck), ("moments", InstantWinMode.Moments));

    private static readonly ChoiceShape<bool> RecordWithoutPlay = new(("reject", false), ("recordWithoutPlay", true));
    private static readonly WholeNumberShape Wins = new(1, 1_000_000);
    private static readonly WholeNumberShape DeckSize = new(1, 1_000_000_000);

    public static InstantWinDefinition? Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names) is not { } game)
            return null;
        // 0 stands for a mode that was wrong and has an error already; it comes first because members depend on it.
        var mode = game.Optional("mode", Modes, InstantWinMode.Odds);
        var definition = new InstantWinDefinition(
            game.Optional("game", Games, Game.SpinWheel),
            EventTypesReader.ReadRequired(game),
            ConditionReader.ReadAll(game.Find("when")),
            mode,
            LimitsReader.ReadCounts(game.Find("maxPlays")),
            game.Optional("whenPlaysExceeded", RecordWithoutPlay, false),
            (int?)game.Optional("maxWinsPerUser", Wins),
            game.Require("tiers", TiersReader.Sentence) is { } tiers ? TiersReader.Read(tiers, mode) : [],
            game.Optional("losingMessage", TextShape.Message, LosingMessage)!);
        return definition with { DeckSize = ReadDeckSize(game, mode, definition.Tiers.Sum(tier => tier.Quantity)) };
    }

    private static long? ReadDeckSize(ObjectPart game, InstantWinMode mode, long prizes)
    {
        if (mode is InstantWinMode.Odds or InstantWinMode.Moments)
        {
            game.Find("deckSize")?.Refuse("Only the mode deck has a size. Leave it out, or write the mode deck.");
            return null;
        }
        if (mode == 0)
            return game.Optional("deckSize", DeckSize);
        var size = game.Required("deckSize", DeckSize);
        // 0 stands for a size that was wrong and has an error already.
        if (size > 0 && size < prizes)
            game.Find("deckSize")?.Refuse($"The tiers have {prizes} prizes together, more than this deck has cards. Write at least {prizes}.");
        return size;
    }
}
