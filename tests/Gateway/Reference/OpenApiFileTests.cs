using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>The document is in the repository too, so that a review shows what a change does to the API.</summary>
public sealed class OpenApiFileTests
{
    /// <summary>Set to 1: the file is written anew. CONTRIBUTING.md has the command.</summary>
    private const string WriteSwitch = "CAMPAIGN_WRITE_OPENAPI";

    [Fact]
    public void The_file_is_what_the_gateway_serves()
    {
        if (Environment.GetEnvironmentVariable(WriteSwitch) == "1")
            File.WriteAllText(Repository.PathOf("docs", "openapi.json"), ReferenceDocument.Text);

        Assert.True(
            Repository.Read("docs", "openapi.json") == ReferenceDocument.Text,
            $"The API has changed. If that is what you want: {WriteSwitch}=1 dotnet test tests/Gateway --filter {nameof(OpenApiFileTests)}");
    }
}
