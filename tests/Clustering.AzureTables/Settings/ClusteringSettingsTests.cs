using CampaignEngine.Clustering.AzureTables.Settings;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Clustering.AzureTables.Tests.Settings;

public class ClusteringSettingsTests
{
    [Fact]
    public void The_table_is_the_one_of_orleans_own_package_unless_set()
    {
        Assert.Equal("OrleansSiloInstances", Read().TableName);
        Assert.Equal("OrleansSiloInstances", Read(("TableName", "")).TableName);
        Assert.Equal("Mine", Read(("TableName", "Mine")).TableName);
    }

    [Fact]
    public void A_connection_name_names_a_connection_string()
    {
        var settings = Read(("ConnectionName", "storage"));

        Assert.Equal("from the section", settings.ConnectionString);
        Assert.Null(settings.ServiceKey);
    }

    [Fact]
    public void A_connection_string_comes_before_a_connection_name() =>
        Assert.Equal("here", Read(("ConnectionName", "storage"), ("ConnectionString", "here")).ConnectionString);

    [Fact]
    public void A_connection_name_without_a_connection_string_gives_none() => Assert.Null(Read(("ConnectionName", "other")).ConnectionString);

    [Fact]
    public void A_service_key_is_read() => Assert.Equal("tables", Read(("ServiceKey", "tables")).ServiceKey);

    private static ClusteringSettings Read(params (string Key, string Value)[] settings)
    {
        var root = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Orleans:Clustering:{setting.Key}", (string?)setting.Value)))
            .AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:storage", (string?)"from the section")])
            .Build();
        return ClusteringSettings.Read(root.GetSection("Orleans:Clustering"), root);
    }
}
