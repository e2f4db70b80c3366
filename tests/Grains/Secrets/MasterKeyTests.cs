using System.Security.Cryptography;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Tests.Secrets;

public class MasterKeyTests
{
    private static readonly byte[] Secret = [1, 2, 3, 4, 5];

    [Theory]
    [InlineData("")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==")] // 31 bytes.
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g")] // 33 bytes.
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")] // No padding.
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8-")] // Another alphabet.
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")] // Hexadecimal: 48 bytes.
    public void Anything_but_32_bytes_in_base64_is_refused(string text) =>
        Assert.Throws<FormatException>(() => MasterKey.FromBase64(text));

    [Fact]
    public void A_key_is_written_as_it_was_read() =>
        Assert.Equal("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", Given.MasterKey.ToBase64());

    [Fact]
    public void A_generated_key_is_a_key_and_new() => Assert.NotEqual(
        MasterKey.FromBase64(MasterKey.Generate().ToBase64()).ToBase64(), MasterKey.Generate().ToBase64());

    // HKDF-SHA256 without salt, computed by a program that shares no code with this one.
    [Theory]
    [InlineData("seal", "1f28daac514d841274e4541f0ac720aedc1a1801279e144ba82e6ad8c1c9592d")]
    [InlineData("journal check", "610cc8c7317f12f38116316578d9ce10bfb498dbd32de5956fad612de4b6dd9e")]
    [InlineData("event ids", "4528387858fa850cdb3e8c929c8631b6e87245907c6bc3201cf9a71f0ed9826a")]
    [InlineData("request fingerprints", "8d3f10224570ac7aff3f127b3238bca91833cd2e174ca3845e751d1e7300a26b")]
    public void A_purpose_always_gets_the_same_key(string purpose, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(Given.MasterKey.Derive(purpose)));

    [Fact]
    public void What_was_sealed_is_unsealed()
    {
        byte[][] secrets = [[], Secret, RandomNumberGenerator.GetBytes(32), new byte[1_000]];
        foreach (var secret in secrets)
            Assert.Equal(secret, Given.MasterKey.Unseal(Given.MasterKey.Seal(secret, "a"), "a"));
    }

    // Sealed once; it must be opened for as long as there are journals.
    [Fact]
    public void A_box_of_old_is_unsealed() =>
        Assert.Equal(Secret, Given.MasterKey.Unseal(Convert.FromHexString("000102030405060708090a0b7886059f2263bac91f1e5f5818e046f4135f3bd26f"), "seed of x"));

    [Fact]
    public void Two_seals_of_one_secret_differ() =>
        Assert.NotEqual(Given.MasterKey.Seal(Secret, "a"), Given.MasterKey.Seal(Secret, "a"));

    [Fact]
    public void A_box_does_not_show_its_secret()
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        Assert.Equal(-1, Given.MasterKey.Seal(secret, "a").AsSpan().IndexOf(secret.AsSpan(0, 8)));
    }

    [Fact]
    public void Another_purpose_or_another_key_unseals_nothing()
    {
        var box = Given.MasterKey.Seal(Secret, "a");

        Assert.ThrowsAny<CryptographicException>(() => Given.MasterKey.Unseal(box, "b"));
        Assert.ThrowsAny<CryptographicException>(() => Given.MasterKey.Unseal(box, ""));
        Assert.ThrowsAny<CryptographicException>(() => MasterKey.Generate().Unseal(box, "a"));
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_noticed()
    {
        var box = Given.MasterKey.Seal(Secret, "a");
        for (var bit = 0; bit < box.Length * 8; bit++)
        {
            var damaged = box.ToArray();
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.ThrowsAny<CryptographicException>(() => Given.MasterKey.Unseal(damaged, "a"));
        }
    }

    [Fact]
    public void A_box_cut_short_is_noticed()
    {
        var box = Given.MasterKey.Seal(Secret, "a");
        for (var length = 0; length < box.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => Given.MasterKey.Unseal(box.AsSpan(0, length), "a"));
    }
}
