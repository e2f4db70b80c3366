using System.Text;

namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>Changes of a body that know nothing of what it means.</summary>
internal static class ByteMutations
{
    private static readonly byte[][] s_pieces =
    [
        [0], [0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x80, 0xae], [0xef, 0xbb, 0xbf], "\r\n"u8.ToArray(),
        "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "\""u8.ToArray(), "\\"u8.ToArray(), "\\u"u8.ToArray(), ","u8.ToArray(),
        "/*x*/"u8.ToArray(), "//x\n"u8.ToArray(), "NaN"u8.ToArray(), "-Infinity"u8.ToArray(), "'"u8.ToArray(), "=1+1"u8.ToArray(), "\t"u8.ToArray(),
    ];

    public static byte[] Apply(byte[] body, Dice dice)
    {
        var at = dice.Below(body.Length + 1);
        return dice.Below(9) switch
        {
            0 => body[..at],
            1 => body[at..],
            2 or 3 => [.. body[..at], .. dice.Of(s_pieces), .. body[at..]],
            4 => body.Length == 0 ? [0x1f, 0x8b, 8] : Flipped(body, dice),
            5 => [.. body, .. body],
            6 => Encoding.UTF8.GetBytes(dice.Of(Odd.Values)),
            7 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
            _ => [.. dice.Of(s_pieces), .. body],
        };
    }

    private static byte[] Flipped(byte[] body, Dice dice)
    {
        body[dice.Below(body.Length)] ^= (byte)(1 << dice.Below(8));
        return body;
    }
}
