using System.Text.RegularExpressions;
using CampaignEngine.Domain.Points;
using CampaignEngine.Domain.Tests.Campaigns.Schema;

namespace CampaignEngine.Domain.Tests.Points;

/// <summary>What the README says is to be touched for a new kind of rule.</summary>
public class NewRuleTests
{
    private static readonly string Paragraph =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).Split("**To add a kind of rule**")[1].Split("\n\n")[0];

    private static readonly string[] Named = [.. Regex.Matches(Paragraph, "`([^`]+)`").Select(match => match.Groups[1].Value)];

    [Fact]
    public void The_types_that_the_README_names_are_there()
    {
        var types = typeof(PointRule).Assembly.GetTypes().Select(type => type.FullName).ToHashSet();
        var sources = Named.Where(path => path.StartsWith("src/Domain/", StringComparison.Ordinal)).ToList();

        Assert.Equal(4, sources.Count);
        Assert.All(sources, path => Assert.Contains(
            "CampaignEngine.Domain." + path["src/Domain/".Length..^".cs".Length].Replace('/', '.'), types));
    }

    [Fact]
    public void The_rest_of_what_the_README_names_is_what_these_tests_read() =>
        Assert.Equal(
            ["docs/campaigns.md", "schemas/campaign.json", "tests/Domain"],
            Named.Where(path => !path.StartsWith("src/", StringComparison.Ordinal)));

    [Fact]
    public void A_rule_s_document_has_what_the_schema_has() => Assert.Equal(
        CampaignSchema.Members.Keys.Select(path => Regex.Match(path, @"^points\.rules\[\]\.(\w+)$")).Where(match => match.Success)
            .Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
        typeof(PointRule).GetProperties().Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
            .Order(StringComparer.Ordinal));
}
