using CampaignEngine.Domain.Codes;

namespace CampaignEngine.Domain.Tests.Codes;

public class CodeTests
{
    [Theory]
    [InlineData("summer-promo", 0, "SUMM-22222222")]
    [InlineData("summer-promo", 1, "SUMM-22222223")]
    [InlineData("summer-promo", 31, "SUMM-22222232")]
    [InlineData("summer-promo", CodePermutation.SpaceSize - 1, "SUMM-ZZZZZZZZ")]
    [InlineData("abcd", 0, "ABCD-22222222")]
    [InlineData("abc", 0, "ABC-22222222")]
    [InlineData("a", 0, "A-22222222")]
    [InlineData("a-b-c", 0, "A-B--22222222")]
    [InlineData("2026", 0, "2026-22222222")]
    public void A_number_is_written_with_the_slugs_prefix(string slug, long number, string expected)
    {
        Assert.Equal(expected, Code.Format(slug, number));
        Assert.True(Code.TryParse(slug, expected, out var parsed));
        Assert.Equal(number, parsed);
    }

    [Fact]
    public void Every_number_is_read_back()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var number = random.NextInt64(CodePermutation.SpaceSize);
            Assert.True(Code.TryParse("promo", Code.Format("promo", number), out var parsed));
            Assert.Equal(number, parsed);
        }
    }

    [Theory]
    [InlineData("summer", "")]
    [InlineData("summer", "-")]
    [InlineData("summer", "SUMM")]
    [InlineData("summer", "SUMM-")]
    [InlineData("summer", "SUMM-2222222")]
    [InlineData("summer", "SUMM-222222222")]
    [InlineData("summer", "SUMM222222222")]
    [InlineData("summer", "SUMM_22222222")]
    [InlineData("summer", "SUMN-22222222")]
    [InlineData("summer", "summ-22222222")]
    [InlineData("summer", "SUMM-abcdefgh")]
    [InlineData("summer", "SUMM-2222222a")]
    [InlineData("summer", "SUMM-22222220")]
    [InlineData("summer", "SUMM-22222221")]
    [InlineData("summer", "SUMM-2222222I")]
    [InlineData("summer", "SUMM-2222222l")]
    [InlineData("summer", "SUMM-2222222O")]
    [InlineData("summer", "SUMM-2222222\u0662")]
    [InlineData("summer", "SUMM-2222222\u0000")]
    [InlineData("summer", " SUMM-2222222")]
    [InlineData("summer", "SUMM-22222222 ")]
    [InlineData("abc", "ABCD-22222222")]
    [InlineData("abcd", "ABC-22222222")]
    public void Anything_else_is_no_code(string slug, string code) => Assert.False(Code.TryParse(slug, code, out _));

    [Fact]
    public void The_alphabet_has_no_look_alikes()
    {
        Assert.Equal(31, Code.Alphabet.Distinct().Count());
        Assert.DoesNotContain(Code.Alphabet, character => "01IO".Contains(character) || char.IsLower(character));
        Assert.Equal(CodePermutation.SpaceSize, (long)Math.Pow(Code.Alphabet.Length, Code.Digits));
    }
}
