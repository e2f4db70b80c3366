using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Hashing;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Draws;

/// <summary>
/// docs/fairness.md, the engine, and code written from the document alone say the same.
/// </summary>
public class FairnessDocumentTests
{
    private static readonly byte[] Seed = Convert.FromHexString(FairnessDocument.Get("seed"));
    private static readonly byte[] CampaignKey = Convert.FromHexString(FairnessDocument.Get("campaign key"));
    private static readonly Guid Campaign = Guid.Parse(FairnessDocument.Get("campaign"));
    private static readonly byte[] CampaignBytes = Campaign.ToByteArray(bigEndian: true);
    private static readonly CampaignDraw Draw = new(Seed, Campaign);

    [Theory]
    [InlineData("seed")]
    [InlineData("campaign key")]
    public void Secrets_are_committed_to_by_their_hashes(string secret) => Assert.Equal(
        FairnessDocument.Get($"{secret} hash"), Hex(SHA256.HashData(Convert.FromHexString(FairnessDocument.Get(secret)))));

    [Fact]
    public void The_frozen_members_are_those_of_the_definition_and_committed_to_by_their_hash()
    {
        var (definition, errors) = CampaignDefinitionReader.Read("""
            {
              "name": "Summer Promo", "timeZone": "Europe/Berlin",
              "startsAt": "2026-06-01T00:00:00+02:00", "endsAt": "2026-09-01T00:00:00+02:00",
              "instantWin": {
                "eventTypes": ["purchase"], "when": [ { "field": "metadata.amount", "op": "gte", "value": 10.0 } ],
                "mode": "odds", "maxWinsPerUser": 1, "maxPlays": [ { "times": 3, "per": "day" } ],
                "tiers": [
                  { "name": "Gold", "quantity": 10, "odds": 0.0010, "points": 500, "maxPerDay": 2, "message": "Gold!" },
                  { "name": "Silver", "quantity": 500, "odds": 0.02, "points": 50 } ] }
            }
            """u8.ToArray());
        Assert.Empty(errors);

        var canonical = FrozenMembers.Canonical(definition!);

        Assert.Equal(FairnessDocument.Get("frozen members"), Encoding.UTF8.GetString(canonical));
        Assert.Equal(FairnessDocument.Get("frozen members hash"), Hex(SHA256.HashData(canonical)));
    }

    [Fact]
    public void Participants_have_the_documented_names()
    {
        foreach (var (user, expected) in FairnessDocument.All("ref of "))
        {
            Assert.Equal(expected, ParticipantRef.Of(new KeyedHash(CampaignKey), user).ToString());
            Assert.Equal(expected, Hex(FromTheDocument.ParticipantRef(CampaignKey, user)));
        }
    }

    [Fact]
    public void Draws_hit_the_documented_tiers()
    {
        var odds = FairnessDocument.Get("odds").Split(' ');
        var game = Given.Campaign(Given.Definition(game: Given.Game(
            tiers: [.. odds.Select((one, index) => Given.Tier($"Tier {index}", decimal.Parse(one)))]))).InstantWin!;
        var thresholds = odds.Select((_, tier) => FromTheDocument.Threshold(odds.Take(tier + 1))).ToList();
        Assert.Equal(FairnessDocument.Get("thresholds"), string.Join(' ', thresholds.Select(one => ((ulong)one).ToString("x16"))));

        var participant = FairnessDocument.Get("participant");
        foreach (var (number, expected) in FairnessDocument.All("draw "))
        {
            var play = long.Parse(number);
            var drawn = Draw.Play(new ParticipantRef(UInt128.Parse(participant, NumberStyles.HexNumber)), play);
            Assert.Equal(expected, $"{drawn:x16} {(game.TierHit(drawn) is { } hit ? $"hits {hit}" : "loses")}");

            var again = FromTheDocument.OfPlay(Seed, CampaignBytes, Convert.FromHexString(participant), play);
            var below = thresholds.FindIndex(threshold => ulong.Parse(Hex(again), NumberStyles.HexNumber) < threshold);
            Assert.Equal(expected, $"{Hex(again)} {(below >= 0 ? $"hits {below}" : "loses")}");
        }
    }

    [Fact]
    public void Decks_have_the_documented_key_and_order()
    {
        var key = FromTheDocument.DeckKey(Seed, CampaignBytes);
        Assert.Equal(FairnessDocument.Get("deck key"), Hex(key));
        Assert.Equal(FairnessDocument.Get("deck key"), Hex(Draw.DeckKey()));

        var cards =
            FairnessDocument.All("deck of ").SelectMany(deck => deck.Value.Split(' ').Select(
                (card, index) => (Size: long.Parse(deck.Key), Play: index + 1L, Card: long.Parse(card))))
            .Concat(FairnessDocument.All("card ").Select(card => (
                Size: long.Parse(card.Key.Split(" of ")[1]), Play: long.Parse(card.Key.Split(" of ")[0]), Card: long.Parse(card.Value))));
        foreach (var (size, play, card) in cards)
        {
            Assert.Equal(card, FromTheDocument.Card(key, size, play));
            Assert.Equal(card, new FeistelPermutation(Draw.DeckKey(), size, PrizeDeck.Rounds).Permute(play - 1));

            // Tier 0 ends before the card, tier 1 is the card, tier 2 comes after it.
            long[] quantities = [card, 1, size - card - 1];
            Assert.Equal(1, new PrizeDeck(Draw, size, quantities).TierAt(play));
        }
    }

    [Fact]
    public void Units_win_at_the_documented_moments()
    {
        var (startsAt, endsAt, restockedAt) = (TimeOf("startsAt"), TimeOf("endsAt"), TimeOf("restocked at"));
        foreach (var (name, expected) in FairnessDocument.All("moment of tier "))
        {
            var (tier, unit) = (int.Parse(name.Split(" unit ")[0]), long.Parse(name.Split(" unit ")[1]));
            var start = unit <= 500 ? startsAt : restockedAt;
            Assert.Equal(long.Parse(expected), Assert.Single(PrizeMoments.Of(Draw, tier, unit, 1, start, endsAt)));
            Assert.Equal(long.Parse(expected), FromTheDocument.Moment(
                Seed, CampaignBytes, tier, unit, start.ToUnixTimeMilliseconds(), endsAt.ToUnixTimeMilliseconds()));
        }
    }

    // Beyond the document's own numbers, where they could agree by luck.
    [Fact]
    public void The_engine_and_the_words_agree_on_random_decks_and_moments()
    {
        var random = new Random(20260601);
        for (var i = 0; i < 200; i++)
        {
            var size = random.NextInt64(1, 1L << random.Next(1, 31));
            var play = random.NextInt64(1, size + 1);
            Assert.Equal(
                FromTheDocument.Card(Draw.DeckKey(), size, play),
                new FeistelPermutation(Draw.DeckKey(), size, PrizeDeck.Rounds).Permute(play - 1));

            var (tier, unit, length) = (random.Next(50), random.NextInt64(1, 10_000_000), random.NextInt64(0, 1L << 40));
            Assert.Equal(
                FromTheDocument.Moment(Seed, CampaignBytes, tier, unit, 0, length),
                Assert.Single(PrizeMoments.Of(
                    Draw, tier, unit, 1, DateTimeOffset.UnixEpoch, DateTimeOffset.FromUnixTimeMilliseconds(length))));
        }
    }

    private static DateTimeOffset TimeOf(string name) =>
        Rfc3339.TryParse(FairnessDocument.Get(name), out var time) ? time : throw new InvalidDataException(name);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
