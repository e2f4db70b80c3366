using System.Security.Cryptography;

namespace CampaignEngine.Journal.Entries;

/// <summary>
/// Random salts, drawn many at a time: asking the system for 16 bytes costs more than hashing an entry (0.92 µs).
/// </summary>
internal static class Salts
{
    private const int DrawnAtATime = 64 * EntryChain.SaltLength;

    [ThreadStatic]
    private static byte[]? t_random;

    [ThreadStatic]
    private static int t_used;

    public static void Fill(Span<byte> salt)
    {
        var random = t_random ??= new byte[DrawnAtATime];
        if (t_used == 0 || t_used + salt.Length > DrawnAtATime)
        {
            RandomNumberGenerator.Fill(random);
            t_used = 0;
        }

        random.AsSpan(t_used, salt.Length).CopyTo(salt);
        t_used += salt.Length;
    }
}
