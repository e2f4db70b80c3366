using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CampaignEngine.Domain.Tests.Draws;

/// <summary>The words of docs/fairness.md as code, straight down, sharing nothing with the engine's.</summary>
internal static class FromTheDocument
{
    public static byte[] ParticipantRef(byte[] campaignKey, string userId) =>
        HMACSHA256.HashData(campaignKey, Encoding.UTF8.GetBytes(userId))[..16];

    public static byte[] Draw(byte[] seed, params byte[][] parts) =>
        HMACSHA256.HashData(seed, parts.SelectMany(part => BigEndian(part.Length, 4).Concat(part)).ToArray());

    public static byte[] OfPlay(byte[] seed, byte[] campaign, byte[] participant, long play) =>
        Draw(seed, Encoding.ASCII.GetBytes("draw"), campaign, participant, BigEndian(play, 8))[..8];

    public static byte[] DeckKey(byte[] seed, byte[] campaign) => Draw(seed, Encoding.ASCII.GetBytes("deck"), campaign);

    /// <param name="odds">As text, of tiers 0 to i.</param>
    public static BigInteger Threshold(IEnumerable<string> odds)
    {
        // All as whole numbers over 10^18.
        var sum = odds.Select(one => one.Split('.')).Aggregate(
            BigInteger.Zero, (total, digits) => total + BigInteger.Parse(digits[0] + (digits.ElementAtOrDefault(1) ?? "").PadRight(18, '0')));
        return sum * BigInteger.Pow(2, 64) / BigInteger.Pow(10, 18);
    }

    public static long Card(byte[] deckKey, long size, long play)
    {
        var bits = 0;
        for (var rest = size - 1; rest > 0; rest /= 2)
            bits++;
        var half = (Math.Max(bits, 2) + 1) / 2;
        var number = play - 1;
        do
        {
            var (left, right) = (number >> half, number % (1L << half));
            for (var round = 0; round < 24; round++)
                (left, right) = (right, left ^ F(deckKey, round, right, half));
            number = left * (1L << half) + right;
        }
        while (number >= size);
        return number;
    }

    public static long Moment(byte[] seed, byte[] campaign, int tier, long unit, long start, long end)
    {
        var draw = Draw(seed, Encoding.ASCII.GetBytes("moment"), campaign, BigEndian(tier, 8), BigEndian(unit, 8))[..8];
        return start + (long)(new BigInteger(draw, isUnsigned: true, isBigEndian: true) * (end - start) / BigInteger.Pow(2, 64));
    }

    private static long F(byte[] key, int round, long right, int bits)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        byte[] block = [(byte)round, .. BigEndian(right, 4), .. new byte[11]];
        var first = aes.EncryptEcb(block, PaddingMode.None)[..4];
        return (long)new BigInteger(first, isUnsigned: true, isBigEndian: true) / (1L << (32 - bits));
    }

    private static byte[] BigEndian(long number, int length) =>
        [.. Enumerable.Range(1, length).Select(place => (byte)(number >> (8 * (length - place)) & 0xff))];
}
