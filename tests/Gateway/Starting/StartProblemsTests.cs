using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Gateway.Tests.Starting;

/// <summary>One line a problem: the settings, and what the operator is told to write.</summary>
public sealed class StartProblemsTests
{
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=account;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:1/account;";

    private static readonly string[] GoodCluster =
    [
        "--Orleans:Clustering:ProviderType=AzureTableStorage", $"--Orleans:Clustering:ConnectionString={Account}",
        "--Journal:Provider=AzureTables", $"--Journal:ConnectionString={Account}",
        $"--Campaigns:MasterKey={Convert.ToBase64String(new byte[32])}",
    ];

    [Theory]
    [InlineData("--Gateway:Mode=Server", "Use Embedded (a silo in the process) or Client")]
    [InlineData("--Gateway:DrainSeconds=-1", "Write a number of seconds from 0 to 300")]
    [InlineData("--Gateway:DrainSeconds=301", "Write a number of seconds from 0 to 300")]
    [InlineData("--RateLimit:Enabled=no", "Use true or false")]
    [InlineData("--RateLimit:RequestsPerSecond=0", "Write a whole number from 1 to 10000000")]
    [InlineData("--RateLimit:Burst=10000001", "Write a whole number from 1 to 10000000")]
    [InlineData("--RateLimit:ReplaysPerSecond=-1", "Write a whole number from 1 to 10000000")]
    [InlineData("--RateLimit:ReplayBurst=1.5", "Write a whole number from 1 to 10000000")]
    [InlineData("--RateLimit:FailedLookupsPerSecond=10001", "Write a whole number from 1 to 10000")]
    [InlineData("--Admission:Limit=3", "Write a whole number from 4 to 100000")]
    [InlineData("--Admission:Queue=-1", "Write a whole number from 0 to 100000")]
    [InlineData("--Admission:QueueMilliseconds=10001", "Write a whole number from 1 to 10000")]
    [InlineData("--Journal:Provider=Sql", "Use RocksDb, AzureTables or Memory")]
    [InlineData("--Journal:Provider=1", "Use RocksDb, AzureTables or Memory")]
    [InlineData("--Orleans:Clustering:ProviderType=Redis", "Use AzureTableStorage for a cluster, or Development")]
    [InlineData("--Orleans:Endpoints:SiloPort=65536", "Write a number up to 65535")]
    [InlineData("--Orleans:Endpoints:GatewayPort=x", "Write a number up to 65535")]
    [InlineData("--Orleans:Endpoints:AdvertisedIPAddress=here", "is not an address")]
    [InlineData("--Orleans:Endpoints:AdvertisedIPAddress=10.0.0.4", "there is no cluster")]
    [InlineData("--Orleans:Endpoints:SiloListeningEndpoint=0.0.0.0:11111", "there is no cluster")]
    [InlineData("--Orleans:Endpoints:GatewayListeningEndpoint=[::]:30000", "there is no cluster")]
    [InlineData("--Campaigns:MasterKey=c2VjcmV0", "openssl rand -base64 32")]
    [InlineData("--Admin:Token=0123456789abcdef0123456789abcde", "32 to 200 visible ASCII characters")]
    [InlineData("--Admin:Token=0123456789abcdef 0123456789abcdef", "32 to 200 visible ASCII characters")]
    [InlineData("--Admin:Token=0123456789abcdef0123456789abcdéf", "32 to 200 visible ASCII characters")]
    [InlineData("--Gateway:Mode=Client", "there is no cluster to be a client of")]
    public void Alone(string setting, string advice) => Assert.Contains(advice, Assert.Single(Problems(setting)), StringComparison.Ordinal);

    [Theory]
    [InlineData("--Journal:Provider=RocksDb", "Write Journal:Provider=AzureTables")]
    [InlineData("--Journal:Provider=Memory", "Write Journal:Provider=AzureTables")]
    [InlineData("--Journal:ConnectionString=", "Journal:ConnectionString is missing")]
    [InlineData("--Journal:ConnectionString=nonsense", "The journal's connection string cannot be read")]
    [InlineData("--Journal:TableName=1", "is not 3 to 63 letters and digits")]
    [InlineData("--Campaigns:MasterKey=", "Campaigns:MasterKey is missing")]
    [InlineData("--Campaigns:MasterKey=c2VjcmV0", "is not 32 bytes in base64")]
    [InlineData("--Admin:Token=short", "openssl rand -hex 32")]
    [InlineData("--Orleans:Clustering:ConnectionString=", "Write Orleans:Clustering:ConnectionString")]
    public void In_a_cluster(string setting, string advice)
    {
        var asSilo = Problems([.. GoodCluster, setting]);
        var asClient = Problems([.. GoodCluster, setting, "--Gateway:Mode=Client"]);

        Assert.Contains(advice, Assert.Single(asSilo), StringComparison.Ordinal);
        Assert.Equal(asSilo, asClient);
    }

    [Fact]
    public void One_process_on_shared_storage_needs_a_key_too() => Assert.Contains(
        "Campaigns:MasterKey is missing",
        Assert.Single(Problems("--Journal:Provider=AzureTables", $"--Journal:ConnectionString={Account}")), StringComparison.Ordinal);

    [Fact]
    public void All_of_them_are_said_at_once_and_no_secret_is()
    {
        var problems = Problems(
            "--Orleans:Clustering:ProviderType=AzureTableStorage", "--Gateway:Mode=Client", "--Gateway:DrainSeconds=x",
            "--Orleans:Endpoints:SiloPort=x", "--Campaigns:MasterKey=c2VjcmV0");

        Assert.Equal(5, problems.Count);
        Assert.DoesNotContain("c2VjcmV0", string.Join('\n', problems), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Problems(params string[] args) =>
        Assert.Throws<StartErrorException>(() => Program.Build(["--urls=http://127.0.0.1:0", .. args])).Problems;
}
