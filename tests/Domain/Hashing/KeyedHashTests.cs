using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Hashing;

namespace CampaignEngine.Domain.Tests.Hashing;

public class KeyedHashTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Many_threads_at_once_get_the_hmac_of_their_own_message()
    {
        var keyed = new KeyedHash(Key);

        Parallel.For(0, 20_000, i =>
        {
            var message = Encoding.UTF8.GetBytes($"message {i}");
            Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
            keyed.Compute(message, hash);
            Assert.True(hash.SequenceEqual(HMACSHA256.HashData(Key, message)));
        });
    }

    [Fact]
    public void The_short_form_is_the_first_half() =>
        Assert.Equal(
            Convert.ToHexStringLower(HMACSHA256.HashData(Key, "x"u8)[..16]),
            new KeyedHash(Key).Compute128("x"u8).ToString("x32"));
}
