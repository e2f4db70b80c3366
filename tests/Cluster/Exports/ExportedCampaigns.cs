namespace CampaignEngine.Cluster.Tests.Exports;

/// <summary>One history of each mode, made once for all tests.</summary>
public sealed class ExportedCampaigns : IAsyncLifetime
{
    private readonly OneEngine _one = new();
    private readonly Dictionary<string, ExportedHistory> _histories = [];

    internal OneEngine One => _one;

    internal ExportedHistory Of(string mode) => _histories[mode];

    internal EditableExport Edit(string mode) => new(Of(mode).Export, _one.Engine.Codec);

    public async Task InitializeAsync()
    {
        await _one.InitializeAsync();
        foreach (var mode in (string[])["odds", "deck", "moments"])
            _histories[mode] = await ExportedHistory.MakeAsync(_one, mode);
    }

    public Task DisposeAsync() => _one.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class ExportedCampaignsCollection : ICollectionFixture<ExportedCampaigns>
{
    public const string Name = "exported campaigns";
}
