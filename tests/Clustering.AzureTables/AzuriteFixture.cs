using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Clustering.AzureTables.Tests;

/// <summary>One Azurite for all tests that need it; each has a table of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async Task InitializeAsync()
    {
        if (Azurite.SkipReason is null)
            azurite = await Azurite.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
