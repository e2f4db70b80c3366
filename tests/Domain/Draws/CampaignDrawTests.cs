using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Draws;

public class CampaignDrawTests
{
    private const string Counting = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private const string AllOnes = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";
    private const string Campaign = "01890a5d-ac96-774b-bcce-b302099a8057";
    private const string LastCampaign = "ffffffff-ffff-ffff-ffff-ffffffffffff";
    private const string Somebody = "00112233445566778899aabbccddeeff";
    private const string Nobody = "00000000000000000000000000000000";

    private const int Plays = 1_000;

    /// <summary>A thousand plays of each of a thousand participants, one participant after the other.</summary>
    private static readonly ulong[] Draws = DrawAll();

    // Computed by a program that shares no code with this one.
    [Theory]
    [InlineData(Counting, Campaign, Somebody, 1, 0x2d92bf5e050ebf87)]
    [InlineData(Counting, Campaign, Somebody, 2, 0x563b629050a4df8a)]
    [InlineData(Counting, Campaign, Nobody, 1, 0xe55c935d8c643873)]
    [InlineData(Counting, LastCampaign, Somebody, 1, 0x976cd03b0a12bfdc)]
    [InlineData(AllOnes, Campaign, Somebody, 1, 0x87a4ee850b97e737)]
    [InlineData(Counting, Campaign, Somebody, long.MaxValue, 0x1b876c6d187f2fc6)]
    public void A_draw_never_changes(string seed, string campaign, string participant, long play, ulong expected) =>
        Assert.Equal(expected, new CampaignDraw(Convert.FromHexString(seed), Guid.Parse(campaign)).Play(Ref(participant), play));

    [Fact]
    public void A_draw_is_the_documented_hash_of_length_prefixed_parts()
    {
        var random = new Random(20260601);
        for (var i = 0; i < 1_000; i++)
        {
            var (seed, campaign, participant) = (new byte[32], new byte[16], new byte[16]);
            random.NextBytes(seed);
            random.NextBytes(campaign);
            random.NextBytes(participant);
            var play = random.NextInt64(1, 1L << random.Next(1, 62));

            var draw = new CampaignDraw(seed, new Guid(campaign, bigEndian: true));
            var drawn = draw.Play(new ParticipantRef(BinaryPrimitives.ReadUInt128BigEndian(participant)), play);

            byte[][] parts = ["draw"u8.ToArray(), campaign, participant, BigEndian(play)];
            var message = parts.SelectMany(part => BigEndian(part.Length).Skip(4).Concat(part)).ToArray();
            var hash = Convert.ToHexString(new HMACSHA256(seed).ComputeHash(message));
            Assert.Equal(ulong.Parse(hash[..16], NumberStyles.HexNumber), drawn);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(1_000)]
    public void Draws_fall_evenly(int buckets)
    {
        var counts = new int[buckets];
        foreach (var draw in Draws)
            counts[(int)((UInt128)draw * (UInt128)buckets >> 64)]++;

        Assert.True(ChiSquared.IsPlausible(counts, Enumerable.Repeat(1d / buckets, buckets)), string.Join(' ', counts.Take(64)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Plays)]
    public void The_next_play_and_the_next_participant_are_independent(int apart)
    {
        var counts = new int[64];
        for (var i = apart; i < Draws.Length; i++)
            counts[(int)(Draws[i - apart] >> 61) * 8 + (int)(Draws[i] >> 61)]++;

        Assert.True(ChiSquared.IsPlausible(counts, Enumerable.Repeat(1d / 64, 64)), string.Join(' ', counts));
    }

    [Theory]
    [InlineData("0.001 0.02 0.3")]
    [InlineData("0.5")]
    [InlineData("0.25 0.25 0.25 0.25")]
    [InlineData("0.00005 0.0001 0.9")]
    [InlineData("0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.05 0.02 0.01")]
    public void Tiers_are_hit_as_often_as_their_odds_say(string table)
    {
        decimal[] odds = [.. table.Split(' ').Select(decimal.Parse)];
        var campaign = Given.Campaign(Given.Definition(game: Given.Game(
            tiers: [.. odds.Select((one, index) => Given.Tier($"Tier {index}", one))])));
        var counts = new int[odds.Length + 1];
        foreach (var draw in Draws)
            counts[campaign.InstantWin!.TierHit(draw) ?? odds.Length]++;

        // What cannot happen must not, and is nothing that a statistic could be made of.
        var shares = odds.Append(1 - odds.Sum()).Select(one => (double)one).ToList();
        Assert.All(counts.Zip(shares).Where(pair => pair.Second == 0), pair => Assert.Equal(0, pair.First));
        Assert.True(
            ChiSquared.IsPlausible([.. counts.Where((_, i) => shares[i] > 0)], shares.Where(share => share > 0)), string.Join(' ', counts));
    }

    private static ulong[] DrawAll()
    {
        var draw = new CampaignDraw(Convert.FromHexString(Counting), Guid.Parse(Campaign));
        return [.. from participant in Enumerable.Range(0, 1_000)
                   from play in Enumerable.Range(1, Plays)
                   select draw.Play(new ParticipantRef((UInt128)participant), play)];
    }

    private static ParticipantRef Ref(string hex) => new(UInt128.Parse(hex, NumberStyles.HexNumber));

    private static byte[] BigEndian(long number)
    {
        var bytes = BitConverter.GetBytes(number);
        Array.Reverse(bytes);
        return bytes;
    }
}
