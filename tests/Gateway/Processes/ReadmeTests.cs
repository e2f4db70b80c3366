using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Processes;

/// <summary>What the README tells a newcomer to paste does what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Three_commands_make_a_campaign_of_ones_own()
    {
        var commands = CommandsOf("## Create your own campaign");
        Assert.Equal(3, commands.Length);
        using var directory = new TempDirectory();
        await using var gateway = EngineProcess.Start(EngineProcess.Gateway, directory.Path);
        var address = (await gateway.ListensAsync()).GetLeftPart(UriPartial.Authority);

        List<JsonElement> answers = [];
        foreach (var command in commands)
            answers.Add(await RunAsync(command.Replace("http://127.0.0.1:5080", address, StringComparison.Ordinal)));

        Assert.Equal(("draft", "active"), (answers[0].Text("status"), answers[1].Text("status")));
        Assert.Equal(60, answers[2].GetProperty("pointsEarned").GetInt64());
    }

    /// <summary>The lines of the first shell block after a heading.</summary>
    private static string[] CommandsOf(string heading)
    {
        var readme = Repository.Read("README.md");
        var section = readme[readme.IndexOf(heading + "\n", StringComparison.Ordinal)..];
        var block = section[(section.IndexOf("```sh\n", StringComparison.Ordinal) + "```sh\n".Length)..];
        return block[..block.IndexOf("\n```", StringComparison.Ordinal)].Split('\n');
    }

    private static async Task<JsonElement> RunAsync(string command)
    {
        var output = await ShellCommand.RunAsync(command);
        using var answer = JsonDocument.Parse(output);
        Assert.True(answer.RootElement.Text("status") == "success", output);
        return answer.RootElement.GetProperty("data").Clone();
    }
}
