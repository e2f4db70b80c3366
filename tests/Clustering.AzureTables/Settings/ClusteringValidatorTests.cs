using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CampaignEngine.Clustering.AzureTables.Tests.Settings;

public class ClusteringValidatorTests
{
    private const string Account = "UseDevelopmentStorage=true";

    [Fact]
    public void Settings_that_work_pass()
    {
        Assert.Empty(Problems(new ClusteringSettings { ConnectionString = Account }));
        Assert.Empty(Problems(new ClusteringSettings { ConnectionString = "https://account.table.core.windows.net/?sv=1&sig=2" }));
        Assert.Empty(Problems(new ClusteringSettings { ServiceKey = "tables" }));
    }

    [Fact]
    public void Nothing_to_connect_to_is_a_problem() =>
        Assert.Contains("Write ConnectionString, ConnectionName or ServiceKey", Problems(new ClusteringSettings()), StringComparison.Ordinal);

    [Fact]
    public void A_connection_name_without_a_connection_string_is_a_problem() =>
        Assert.Contains("ConnectionStrings:storage is not set", Problems(new ClusteringSettings { ConnectionName = "storage" }), StringComparison.Ordinal);

    [Fact]
    public void A_service_key_without_a_service_is_a_problem() =>
        Assert.Contains("ServiceKey is \"other\"", Problems(new ClusteringSettings { ServiceKey = "other" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("secret nonsense")]
    [InlineData("AccountName=a;AccountKey=secret")]
    [InlineData("AccountName=a;AccountKey=secret;EndpointSuffix=")]
    public void A_connection_string_that_is_none_is_a_problem_and_stays_secret(string text)
    {
        var problems = Problems(new ClusteringSettings { ConnectionString = text });

        Assert.Contains("ConnectionString is neither", problems, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("")]
    public void A_cluster_id_that_is_no_partition_key_is_a_problem(string clusterId) =>
        Assert.Contains("Orleans:ClusterId", Problems(new ClusteringSettings { ConnectionString = Account }, clusterId), StringComparison.Ordinal);

    [Fact]
    public void All_problems_come_together()
    {
        var problems = Problems(new ClusteringSettings { TableName = "1" }, "a?b");

        Assert.Equal(3, problems.Split(Environment.NewLine).Length);
        Assert.Contains("TableName is \"1\"", problems, StringComparison.Ordinal);
    }

    private static string Problems(ClusteringSettings settings, string clusterId = "one")
    {
        using var services = new ServiceCollection().AddKeyedSingleton("tables", new TableServiceClient(Account)).BuildServiceProvider();
        var validator = new ClusteringValidator(services, settings, Options.Create(new ClusterOptions { ClusterId = clusterId }));
        return Record.Exception(validator.ValidateConfiguration) is OrleansConfigurationException failure ? failure.Message : "";
    }
}
