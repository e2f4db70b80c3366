using System.Text.RegularExpressions;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>The table for people and the table of the tests have the same rows.</summary>
public sealed partial class CompatibilityTableTests
{
    [Fact]
    public void Every_row_of_the_document_is_tested_and_every_test_is_in_the_document() =>
        Assert.Equal(
            Facts.All.Select(fact => fact.Id),
            Rows().Matches(Repository.Read("docs", "compatibility.md")).Select(row => row.Groups[1].Value));

    [GeneratedRegex("^\\| `([^`]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
