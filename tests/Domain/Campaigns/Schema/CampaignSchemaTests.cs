using System.Text;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns.Schema;

/// <summary>
/// The schema against the reader, on some ten thousands of documents: what the reader takes, the schema takes. What the
/// schema takes and the reader does not is one of <see cref="SchemaDifferences"/>.
/// </summary>
public class CampaignSchemaTests
{
    /// <summary>The bases differ in their instant wins only.</summary>
    public static TheoryData<string, string> Parts => new() { { "demo", "" }, { "deck", "/instantWin" }, { "moments", "/instantWin" } };

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_reader_takes_nothing_that_the_schema_refuses(string name, string under)
    {
        var document = Base(name);
        var (taken, refused) = Compare(DocumentMutations.Of(document, under));

        // Neither of them refuses or takes everything.
        Assert.InRange(taken, 500, int.MaxValue);
        Assert.InRange(refused, 500, int.MaxValue);
    }

    /// <summary>Members of one object that depend on each other, and what each is set to; a dash leaves it out.</summary>
    public static TheoryData<string, string> Dependent => new()
    {
        { "/instantWin", """mode: - null "odds" "deck" "moments" "x" | deckSize: - null 0 5 600 | tiers/0/odds: - null 0.1 2 "x" | tiers/1/odds: - null 0.02""" },
        { "/milestones/2", """points: - null 0 5 5000 | eventType: - null "" "a" | count: - null 0 3 | repeats: - null true""" },
        { "/points/rules/0", """points: - null -1 0 5 | perUnit: - null {} {"field":"metadata.a","points":1}""" },
        { "/referrals", "referrerPoints: - null -1 0 5 | refereePoints: - null -1 0 5 | maxPerReferrer: - null 0 5" },
        {
            "/instantWin/when/0",
            """
            op: - null "eq" "ne" "gt" "gte" "lt" "lte" "in" "notIn" "contains" "startsWith" "exists" "x" | value: - null true 0 1.5 "" "a" [] [1] ["a",true,1] [null] [[]] {}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Dependent))]
    public void Members_that_depend_on_each_other_make_no_difference(string pointer, string members)
    {
        IEnumerable<string> documents = [Documents.Demo];
        foreach (var member in members.Split('|', StringSplitOptions.TrimEntries))
        {
            var (name, values) = (member[..member.IndexOf(':', StringComparison.Ordinal)], member.Split(' ')[1..]);
            // First it is written, so that it can be left out.
            documents = documents
                .Select(document => Documents.With(document, $"{pointer}/{name}", "0"))
                .SelectMany(document => values.Select(value => Documents.With(document, $"{pointer}/{name}", value == "-" ? null : value)))
                .ToList();
        }

        var (taken, refused) = Compare(documents);
        Assert.InRange(taken, 5, documents.Count() / 2);
        Assert.InRange(refused, 5, documents.Count());
    }

    [Fact]
    public void What_is_left_out_is_fine_with_the_schema_too() => Assert.True(CampaignSchema.Accepts(Documents.Minimal));

    private static string Base(string name) => name switch
    {
        "demo" => Documents.Demo,
        "deck" => Documents.Deck,
        _ => Documents.Moments,
    };

    private static (int Taken, int Refused) Compare(IEnumerable<string> documents)
    {
        var (taken, refused) = (0, 0);
        foreach (var document in documents)
        {
            var errors = CampaignDefinitionReader.Read(Encoding.UTF8.GetBytes(document)).Errors;
            var accepts = CampaignSchema.Accepts(document);
            if (errors.Count == 0)
            {
                taken++;
                Assert.True(accepts, $"The schema refuses what the reader takes: {document}");
            }
            else if (!accepts)
            {
                refused++;
            }
            else
            {
                Assert.All(errors, error => Assert.True(SchemaDifferences.Hold(error), $"{error} is no known difference: {document}"));
            }
        }

        return (taken, refused);
    }
}
