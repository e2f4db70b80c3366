using Xunit.Abstractions;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>The short form of the command.</summary>
public sealed class FaultRunTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Kills_pauses_and_cuts_break_no_invariant()
    {
        var said = new StringWriter();
        var report = await FaultRun.RunAsync(
            new HarnessOptions
            {
                Faults = [HarnessOptions.Kill, HarnessOptions.Pause, HarnessOptions.Cut],
                Duration = TimeSpan.FromSeconds(12),
                Seed = 7,
                LongestPause = TimeSpan.FromSeconds(2),
                Workers = 8,
            },
            said);

        report.Print(said);
        output.WriteLine(said.ToString());
        Assert.True(report.Holds, said.ToString());
        Assert.True(report.Kept > 100, said.ToString());
    }

    [Theory]
    [InlineData("--faults", "flood")]
    [InlineData("--minutes", "soon")]
    [InlineData("--kills", "0")]
    [InlineData("--seed")]
    [InlineData("--quickly")]
    public void Wrong_arguments_are_refused(params string[] args) => Assert.Throws<FormatException>(() => HarnessOptions.Read(args));

    [Fact]
    public void Arguments_are_read()
    {
        var options = HarnessOptions.Read(["--faults", "kill,cut", "--minutes", "0.5", "--seed", "7"]);

        Assert.Equal(["kill", "cut"], options.Faults);
        Assert.Equal((TimeSpan.FromSeconds(30), 7), (options.Duration, options.Seed));
    }
}
