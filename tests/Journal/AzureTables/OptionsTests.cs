using CampaignEngine.Journal.AzureTables;

namespace CampaignEngine.Journal.Tests.AzureTables;

public sealed class OptionsTests
{
    private const string Fits = "DefaultEndpointsProtocol=https;AccountName=name;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

    [Theory]
    [InlineData(Fits, "CampaignJournal", 0)]
    [InlineData("UseDevelopmentStorage=true", "abc", 0)]
    [InlineData("", "CampaignJournal", 1)]
    [InlineData("  ", "CampaignJournal", 1)]
    [InlineData("hunter2", "CampaignJournal", 1)]
    [InlineData("AccountName=hunter2", "CampaignJournal", 1)]
    [InlineData(Fits, "", 1)]
    [InlineData(Fits, "ab", 1)]
    [InlineData(Fits, "1abc", 1)]
    [InlineData(Fits, "a-bc", 1)]
    [InlineData(Fits, "a234567890123456789012345678901234567890123456789012345678901234", 1)]
    [InlineData("hunter2", "ab", 2)]
    public async Task Every_problem_is_told_at_once_and_no_secret_with_it(string connectionString, string tableName, int problems)
    {
        var options = new AzureTablesJournalOptions { ConnectionString = connectionString, TableName = tableName };

        Assert.Equal(problems, options.Problems().Count());
        if (problems == 0) return;
        var error = await Assert.ThrowsAsync<JournalOpenException>(() => AzureTablesJournal.OpenAsync(options));
        Assert.All(options.Problems(), problem => Assert.Contains(problem, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }
}
