using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Campaigns;

/// <summary>What a campaign's history looks like from outside.</summary>
internal static class CampaignViews
{
    public static CampaignView? Of(CampaignId id, CampaignHistory history, DateTimeOffset now)
    {
        if (!CampaignDecisions.Exists(history))
            return null;
        var newest = history.Versions[^1];
        var definition = newest.Read();
        return new CampaignView(
            id.Value, history.Slug, CampaignDecisions.EndDue(history, now)?.Status ?? history.Status, history.Version,
            definition.Name, definition.InstantWin?.Mode, definition.StartsAt, definition.EndsAt,
            history.Versions[0].At, history.ActivatedAt, history.EndedAt, newest.Document);
    }

    public static CampaignVersionView? OfVersion(CampaignHistory history, int version) =>
        version < 1 || version > history.Version ? null : InList(history, version) with { Definition = history.Versions[version - 1].Document };

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<CampaignVersionView> OfVersions(CampaignHistory history, int? before, int limit)
    {
        var newest = Math.Min(history.Version, (before ?? int.MaxValue) - 1);
        return [.. Enumerable.Range(0, Math.Clamp(newest, 0, limit)).Select(index => InList(history, newest - index))];
    }

    public static FairnessView? OfFairness(
        CampaignId id, CampaignHistory history, MasterKey masterKey, IReadOnlyList<RestockView> restocks)
    {
        if (history is not { Activation: { } activation, ActivatedAt: { } activatedAt })
            return null;
        var definition = history.Versions[^1].Read();
        return new FairnessView(
            id.Value, history.Slug, definition.InstantWin?.Mode,
            activation.SeedHash, activation.CampaignKeyHash, activation.FrozenMembersHash,
            activation.FrozenMembers ?? FrozenMembers.Canonical(definition),
            activatedAt,
            [.. Enumerable.Range(1, history.Version).Select(version => InList(history, version))],
            history.EndedAt, history.EndedAt + CampaignDecisions.SeedDelay,
            history.IsSeedPublished ? CampaignSecrets.UnsealSeed(id, activation, masterKey) : null,
            restocks);
    }

    private static CampaignVersionView InList(CampaignHistory history, int version)
    {
        var kept = history.Versions[version - 1];
        return new CampaignVersionView(version, kept.At, kept.Actor, Definition: null);
    }
}
