using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns;

public class InstantWinTests
{
    [Theory]
    [InlineData("purchase", """{"channel":"web"}""", true)]
    [InlineData("purchase", """{"channel":"app"}""", true)]
    [InlineData("purchase", """{"channel":"shop"}""", false)]
    [InlineData("purchase", "{}", false)]
    [InlineData("purchase", null, false)]
    [InlineData("Purchase", """{"channel":"web"}""", false)]
    [InlineData("sign_up", """{"channel":"web"}""", false)]
    public void An_event_of_its_types_is_a_play_when_its_conditions_hold(string eventType, string? metadata, bool isPlay) =>
        Assert.Equal(isPlay, Documents.Compile(Documents.Demo).InstantWin!.IsPlay(eventType, Documents.Metadata(metadata)));

    [Fact]
    public void Without_conditions_every_event_of_its_types_is_a_play() =>
        Assert.True(WithTiers("""{"name":"Gold","quantity":1,"odds":1}""").IsPlay("purchase", default));

    [Fact]
    public void Its_limits_and_texts_are_those_of_the_definition()
    {
        var game = Documents.Compile(Documents.Demo).InstantWin!;
        Assert.Equal([new CountLimit(3, Period.Day), new CountLimit(50, Period.Campaign)], game.MaxPlays.ToArray());
        Assert.Equal((true, 1, "Better luck next time."), (game.RecordWithoutPlay, game.MaxWinsPerUser, game.LosingMessage));
    }

    [Fact]
    public void A_tier_without_a_message_says_its_name() =>
        Assert.Equal(
            [
                new PrizeTier(0, "Gold", 10, 0.001m, 500, "Gold is yours!") { MaxPerDay = 2, HasOwnCodes = true },
                new PrizeTier(1, "Silver", 500, 0.02m, 50, "Congratulations! You won the Silver prize!"),
            ],
            Documents.Compile(Documents.Demo).InstantWin!.Tiers.ToArray());

    // Thresholds are floor(cumulative odds × 2^64); 2^64 = 18446744073709551616.
    [Theory]
    [InlineData("1", 0UL, 0)]
    [InlineData("1", ulong.MaxValue, 0)]
    [InlineData("1.0", ulong.MaxValue, 0)]
    [InlineData("0.5", 9223372036854775807UL, 0)]
    [InlineData("0.5", 9223372036854775808UL, null)]
    [InlineData("0.5", ulong.MaxValue, null)]
    [InlineData("0.50000", 9223372036854775808UL, null)]
    [InlineData("0.1", 1844674407370955160UL, 0)] // 0.1 × 2^64 = 1844674407370955161.6
    [InlineData("0.1", 1844674407370955161UL, null)]
    [InlineData("0.3", 5534023222112865483UL, 0)] // 5534023222112865484.8
    [InlineData("0.3", 5534023222112865484UL, null)]
    [InlineData("1e-18", 17UL, 0)] // 18.446…
    [InlineData("1e-18", 18UL, null)]
    [InlineData("0.9999999999999999999999999999", 18446744073709551614UL, 0)]
    [InlineData("0.9999999999999999999999999999", ulong.MaxValue, null)]
    [InlineData("0.5,0.5", 9223372036854775807UL, 0)]
    [InlineData("0.5,0.5", 9223372036854775808UL, 1)]
    [InlineData("0.5,0.5", ulong.MaxValue, 1)]
    [InlineData("0.1,0.2", 1844674407370955160UL, 0)]
    [InlineData("0.1,0.2", 1844674407370955161UL, 1)]
    [InlineData("0.1,0.2", 5534023222112865483UL, 1)]
    [InlineData("0.1,0.2", 5534023222112865484UL, null)]
    [InlineData("0.001,0.02", 18446744073709550UL, 0)] // 18446744073709551.616
    [InlineData("0.001,0.02", 18446744073709551UL, 1)]
    [InlineData("0.001,0.02", 387381625547900582UL, 1)] // 0.021 × 2^64 = 387381625547900583.936
    [InlineData("0.001,0.02", 387381625547900583UL, null)]
    [InlineData("0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1", ulong.MaxValue, 9)]
    [InlineData("0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1", 16602069666338596453UL, 8)] // 0.9 × 2^64 = 16602069666338596454.4
    [InlineData("0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1", 16602069666338596454UL, 9)]
    public void A_draw_below_a_threshold_hits_its_tier(string odds, ulong draw, int? tier) =>
        Assert.Equal(
            tier,
            WithTiers(string.Join(',', odds.Split(',').Select((one, n) => $$"""{"name":"T{{n}}","quantity":1,"odds":{{one}}}""")))
                .TierHit(draw));

    private static InstantWin WithTiers(string tiers) => Documents.Compile(Documents.With(
        Documents.Minimal, "/instantWin", $$"""{"eventTypes":["purchase"],"tiers":[{{tiers}}]}""")).InstantWin!;
}
