using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Clustering.AzureTables.Tests.Settings;

public class TableClientsTests
{
    private static readonly TableServiceClient Registered = new("UseDevelopmentStorage=true");

    [Fact]
    public void A_service_key_takes_the_registered_client_before_everything_else() =>
        Assert.Same(Registered, Create(new ClusteringSettings { ServiceKey = "tables", ConnectionString = "https://other.example/" }));

    [Fact]
    public void A_connection_string_names_an_account() =>
        Assert.Equal("devstoreaccount1", Create(new ClusteringSettings { ConnectionString = "UseDevelopmentStorage=true" }).AccountName);

    [Fact]
    public void A_connection_string_may_be_the_address_of_a_table_service_with_a_signature()
    {
        var client = Create(new ClusteringSettings { ConnectionString = "https://account.table.core.windows.net/?sv=1&sig=2" });

        Assert.Equal("account.table.core.windows.net", client.Uri.Host);
    }

    [Fact]
    public void Without_settings_there_is_no_client() => Assert.Throws<InvalidOperationException>(() => Create(new ClusteringSettings()));

    private static TableServiceClient Create(ClusteringSettings settings)
    {
        using var services = new ServiceCollection().AddKeyedSingleton("tables", Registered).BuildServiceProvider();
        return TableClients.Create(settings, services);
    }
}
