using System.Globalization;

namespace CampaignEngine.Domain.Tests.Campaigns.Schema;

public class CampaignDocsTests
{
    [Fact]
    public void Every_member_has_its_row_and_every_row_its_member() => Assert.Equal(
        CampaignSchema.Members.Keys.Select(InDocs).Distinct().Order(StringComparer.Ordinal),
        CampaignDocs.Members.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_names_the_upper_bound_of_its_member()
    {
        // A time has a longest text, but nobody writes one that long.
        var bounds = CampaignSchema.Members.Where(member => member.Value > 1 && member.Key is not ("startsAt" or "endsAt")).ToList();

        Assert.True(bounds.Count > 30);
        Assert.All(bounds, member => Assert.Contains(
            member.Value!.Value.ToString("N0", CultureInfo.InvariantCulture), CampaignDocs.Members[InDocs(member.Key)]));
    }

    [Fact]
    public void The_differences_between_schema_and_reader_are_listed()
    {
        Assert.Equal(SchemaDifferences.All.Count, CampaignDocs.Differences.Count);
        Assert.All(
            SchemaDifferences.All.Zip(CampaignDocs.Differences),
            pair => Assert.StartsWith(pair.First.Heading, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_is_a_definition()
    {
        Documents.ReadValid(CampaignDocs.Example);
        Assert.True(CampaignSchema.Accepts(CampaignDocs.Example));
    }

    /// <summary>Conditions have one section, wherever they are.</summary>
    private static string InDocs(string path) =>
        path.IndexOf("when[].", StringComparison.Ordinal) is var at and > 0 ? path[at..] : path;
}
