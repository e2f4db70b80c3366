namespace CampaignEngine.Domain.Tests.Campaigns.Schema;

public class SchemaDifferencesTests
{
    public static TheoryData<SchemaDifference> All => [.. SchemaDifferences.All];

    [Theory]
    [MemberData(nameof(All))]
    public void The_schema_takes_what_the_reader_refuses(SchemaDifference difference)
    {
        var document = Documents.With(BaseOf(difference), difference.Pointer, difference.Json);

        Assert.True(CampaignSchema.Accepts(document));
        Assert.Contains(
            Documents.Read(document).Errors, error => error.Message.StartsWith(difference.Message, StringComparison.Ordinal));
    }

    private static string BaseOf(SchemaDifference difference) => difference.Heading switch
    {
        "A deck smaller than its prizes" => Documents.Deck,
        "More than 1,000,000 moments" => Documents.Moments,
        "Repeating milestones that give back more than half" => Documents.With(Documents.Demo, "/milestones/0/bonusPoints", "501"),
        _ => Documents.Demo,
    };
}
