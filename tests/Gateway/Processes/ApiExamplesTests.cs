using System.Text.RegularExpressions;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Processes;

/// <summary>What docs/api.md tells a reader to paste is answered as it shows.</summary>
public sealed partial class ApiExamplesTests
{
    [Fact]
    public async Task Every_command_is_answered_as_the_page_shows()
    {
        if (OperatingSystem.IsWindows())
            return; // The page is for a POSIX shell.
        var page = Repository.Read("docs", "api.md");
        using var directory = new TempDirectory();
        var token = Settings().Matches(page).Single(setting => setting.Groups[1].Value == "ADMIN").Groups[2].Value;
        await using var gateway = EngineProcess.Start(EngineProcess.Gateway, directory.Path, $"--Admin:Token={token}");
        var address = await gateway.ListensAsync();
        var settings = string.Join('\n', Settings().Matches(page).Select(setting => setting.Value))
            .Replace("http://127.0.0.1:5080", address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        var examples = Examples().Matches(page);
        Assert.Equal(Commands().Count(page), examples.Count);

        var documented = new Documented();
        foreach (var (command, shown) in examples.Select(example => (example.Groups[1].Value, example.Groups[2].Value)))
            documented.Hold(command, shown, await ShellCommand.RunAsync($"{settings}\n{documented.InCommand(command)}"));
    }

    [GeneratedRegex("^([A-Z]+)=(.+)$", RegexOptions.Multiline)]
    private static partial Regex Settings();

    [GeneratedRegex("^```sh$", RegexOptions.Multiline)]
    private static partial Regex Commands();

    /// <summary>A command, and right after it its answer.</summary>
    [GeneratedRegex("^```sh\n(.*?)\n```\n\n```(?:json|csv)\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Examples();
}
