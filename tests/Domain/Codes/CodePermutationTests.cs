using CampaignEngine.Domain.Codes;

namespace CampaignEngine.Domain.Tests.Codes;

public class CodePermutationTests
{
    private static readonly byte[] Counting = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] AllOnes = [.. Enumerable.Repeat((byte)255, 32)];
    private static readonly CodePermutation Permutation = new(Counting);

    // Computed by a program that shares no code with this one.
    [Theory]
    [InlineData(0, "WKSS9PPJ")]
    [InlineData(1, "FY2V8E3F")]
    [InlineData(2, "5CRWCP3A")]
    [InlineData(30, "G5EY423G")]
    [InlineData(31, "RJUD5QKM")]
    [InlineData(12_345_678, "97449CF4")]
    [InlineData(CodePermutation.SpaceSize / 2, "YTZP86XW")]
    [InlineData(CodePermutation.SpaceSize - 1, "9UC6NZS7")]
    public void A_number_never_gets_another_code(long number, string expected)
    {
        Assert.Equal($"SUMM-{expected}", Code.Format("summer", Permutation.Permute(number)));
        Assert.True(Code.TryParse("summer", $"SUMM-{expected}", out var permuted));
        Assert.Equal(number, Permutation.Invert(permuted));
    }

    [Theory]
    [InlineData(0, "H4U7R3JU")]
    [InlineData(1, "ZAM84J5D")]
    public void Another_key_gives_other_codes(long number, string expected) =>
        Assert.Equal($"A-{expected}", Code.Format("a", new CodePermutation(AllOnes).Permute(number)));

    [Fact]
    public void Every_number_is_found_again()
    {
        var random = new Random(2);
        var numbers = Enumerable.Range(0, 1_000).Select(_ => random.NextInt64(CodePermutation.SpaceSize))
            .Concat(Enumerable.Range(0, 300).Select(i => (long)i))
            .Concat(Enumerable.Range(1, 300).Select(i => CodePermutation.SpaceSize - i));
        foreach (var number in numbers)
        {
            var permuted = Permutation.Permute(number);
            Assert.InRange(permuted, 0, CodePermutation.SpaceSize - 1);
            Assert.Equal(number, Permutation.Invert(permuted));
            Assert.Equal(number, Permutation.Permute(Permutation.Invert(number)));
        }
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(CodePermutation.SpaceSize)]
    [InlineData(long.MaxValue)]
    public void A_number_outside_the_space_is_a_mistake(long number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Permutation.Permute(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => Permutation.Invert(number));
    }

    [Fact]
    public void A_hundred_thousand_codes_in_a_row_differ_and_look_random()
    {
        const int Count = 100_000;
        var codes = new string[Count];
        for (var i = 0; i < Count; i++)
            codes[i] = Code.Format("a", Permutation.Permute(i))[2..];

        Assert.Equal(Count, codes.Distinct().Count());
        for (var place = 0; place < Code.Digits; place++)
        {
            var counts = new int[Code.Alphabet.Length];
            foreach (var code in codes)
                counts[Code.Alphabet.IndexOf(code[place], StringComparison.Ordinal)]++;
            Assert.True(ChiSquared.IsPlausible(counts, Enumerable.Repeat(1d / 31, 31)), $"place {place}");
        }

        // Neighbours share a character in as many places as strangers do: a Binomial(8, 1/31).
        var shared = new int[4];
        for (var i = 1; i < Count; i++)
            shared[Math.Min(3, codes[i - 1].Zip(codes[i], (a, b) => a == b ? 1 : 0).Sum())]++;
        var expected = Enumerable.Range(0, 3).Select(k => Binomial(8, k) * Math.Pow(1d / 31, k) * Math.Pow(30d / 31, 8 - k)).ToArray();
        Assert.True(ChiSquared.IsPlausible(shared, expected.Append(1 - expected.Sum())), string.Join(' ', shared));
    }

    private static double Binomial(int n, int k) => Enumerable.Range(1, k).Aggregate(1d, (product, i) => product * (n - k + i) / i);
}
