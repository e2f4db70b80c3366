using Xunit.Sdk;

namespace CampaignEngine.Gateway.Tests.Processes;

/// <summary>A comparison that finds no difference would compare nothing.</summary>
public sealed class DocumentedTests
{
    [Theory]
    [InlineData("""{"at":"2026-06-01T12:00:00Z","n":1}""", """{"at":"2026-11-25T07:43:12Z","n":1}""")]
    [InlineData("{\"a\":1,\n \"b\":2}", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,…""", """{"a":1,"b":2}""")]
    [InlineData("SUMM-AX7K9M2P", "SUMM-R4VRCRQ9")]
    public void What_varies_may_vary(string shown, string answer) => new Documented().Hold("curl", shown, answer);

    [Theory]
    [InlineData("""{"n":1}""", """{"n":2}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,…""", """{"a":2,"b":2}""")]
    [InlineData("""{"at":"2026-06-01T12:00:00Z"}""", """{"at":null}""")]
    [InlineData("SUMM-AX7K9M2P", "SUMM-AX7K9M2")]
    public void Nothing_else_may(string shown, string answer) =>
        Assert.Throws<TrueException>(() => new Documented().Hold("curl", shown, answer));

    [Fact]
    public void What_came_once_must_come_again_and_stands_in_commands()
    {
        var documented = new Documented();
        documented.Hold("curl", "SUMM-AX7K9M2P", "SUMM-R4VRCRQ9");

        Assert.Equal("curl /wins/SUMM-R4VRCRQ9", documented.InCommand("curl /wins/SUMM-AX7K9M2P"));
        Assert.Throws<EqualException>(() => documented.Hold("curl", "SUMM-AX7K9M2P", "SUMM-22222222"));
    }
}
