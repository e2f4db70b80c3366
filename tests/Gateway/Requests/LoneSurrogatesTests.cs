using System.Text;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Tests.Requests;

public sealed class LoneSurrogatesTests
{
    [Theory]
    [InlineData("""plain""", false)]
    [InlineData("""\""", false)]
    [InlineData("""\u""", false)]
    [InlineData("""\ud83""", false)]
    [InlineData("""\u0041""", false)]
    [InlineData("""\ud83d\ude00""", false)]
    [InlineData("""\uD83D\uDE00""", false)]
    [InlineData("""\\ud83d""", false)]
    [InlineData("""\\\\ud83d""", false)]
    [InlineData("""\n\t\"\/""", false)]
    [InlineData("""\ud83d""", true)]
    [InlineData("""\ude00""", true)]
    [InlineData("""\ude00\ud83d""", true)]
    [InlineData("""\ud83dx\ude00""", true)]
    [InlineData("""\ud83d\n""", true)]
    [InlineData("""\ud83d\u0041""", true)]
    [InlineData("""\ud83d\ud83d\ude00""", true)]
    [InlineData("""\\\ud83d""", true)]
    [InlineData("""\ud83d\\ude00""", true)]
    public void Half_a_character_is_found(string text, bool found) =>
        Assert.Equal(found, LoneSurrogates.Exist(Encoding.UTF8.GetBytes(text)));
}
