using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Simulation.Tests.Campaigns;

/// <summary>Knows one campaign, and sometimes does not answer.</summary>
internal sealed class SimulatedDirectory(CampaignHandle active, CampaignHandle paused, Random random) : ICampaignDirectory
{
    private readonly int _silentInThousand = random.Next(2) * random.Next(20);

    public bool IsHealed { get; set; }

    public bool IsPaused { get; set; }

    public ValueTask<CampaignHandle?> FindCampaignAsync(CampaignId campaign, CancellationToken cancellationToken = default)
    {
        if (!IsHealed && random.Next(1_000) < _silentInThousand)
            return ValueTask.FromException<CampaignHandle?>(new DirectoryUnavailableException());
        return new(campaign != active.Id ? null : IsPaused ? paused : active);
    }

    public ValueTask<KeyGrant?> FindKeyAsync(string apiKey, CancellationToken cancellationToken = default) => throw NotSimulated();

    public ValueTask<CampaignHandle?> FindCampaignAsync(
        Guid app, CampaignEnvironment environment, string slug, CancellationToken cancellationToken = default) => throw NotSimulated();

    public ValueTask<CampaignId?> FindIdAsync(
        Guid app, CampaignEnvironment environment, string slug, CancellationToken cancellationToken = default) => throw NotSimulated();

    public ValueTask<IReadOnlyList<CampaignHandle>> ListAsync(
        Guid app, CampaignEnvironment environment, string? after, int limit, CancellationToken cancellationToken = default) => throw NotSimulated();

    public ValueTask<IReadOnlyList<CampaignId>> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default) => throw NotSimulated();

    public ValueTask<IReadOnlyList<CampaignId>> ListCampaignsAsync(CancellationToken cancellationToken = default) => throw NotSimulated();

    public ValueTask<RegistryState> ReadNewestAsync(CancellationToken cancellationToken = default) => throw NotSimulated();

    public Task RefreshAsync() => throw NotSimulated();

    private static NotSupportedException NotSimulated() => new("The simulation has one campaign and no registry.");
}
