using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Campaigns;

/// <summary>What a campaign answers to each command: pure, on one history. Source order is check order.</summary>
internal static class CampaignDecisions
{
    /// <summary>Versions are never thrown away, and all are read whenever a campaign is loaded.</summary>
    public const int MaxVersions = 1_000;

    /// <summary>16 MiB, all versions together.</summary>
    public const long MaxDocumentBytes = 16 * 1024 * 1024;

    /// <summary>How long after the end the seed stays secret, so that every process has learnt of the end.</summary>
    public static readonly TimeSpan SeedDelay = TimeSpan.FromHours(1);

    /// <summary>How long after the end a campaign may not be deleted yet.</summary>
    public static readonly TimeSpan DeletionDelay = SeedDelay;

    /// <summary>
    /// How long after the deletion its data stays: every process refuses everything by then, and what was on its way has
    /// come to an end, so that nothing is appended to what was removed.
    /// </summary>
    public static readonly TimeSpan RemovalDelay = TimeSpan.FromMinutes(1);

    /// <param name="definition">What <paramref name="command"/>'s document says.</param>
    public static CampaignChange Define(CampaignHistory history, CampaignDefined command, CampaignDefinition definition, int? ifVersion, DateTimeOffset now)
    {
        if (history.Status == CampaignStatus.Deleted)
            return CampaignReplyStatus.Deleted;
        // Before the version is looked at: sent again after an answer that was lost, it is done.
        if (history.Version > 0 && history.Versions[^1].Document.AsSpan().SequenceEqual(command.Document))
            return CampaignReplyStatus.Done;
        if (history.Status == CampaignStatus.Ended)
            return CampaignReplyStatus.InvalidTransition;
        if (ifVersion is { } expected && expected != history.Version)
            return expected == 0 ? CampaignReplyStatus.VersionRequired : CampaignReplyStatus.VersionMismatch;
        if (history.Activation is not null && Refuse(history.Versions[^1].Read(), definition, now) is { } refusal)
            return refusal;
        if (history.Version == MaxVersions || history.Versions.Sum(version => (long)version.Document.Length) + command.Document.Length > MaxDocumentBytes)
            return CampaignReplyStatus.TooManyVersions;
        return command with { Version = history.Version + 1 };
    }

    /// <summary>Whether it is up to uploaded codes that the campaign can be activated.</summary>
    public static bool NeedsCodes(CampaignHistory history) =>
        history is { Version: > 0, Status: CampaignStatus.Draft } && TiersOf(history.Versions[^1].Read()).Any(tier => tier.HasOwnCodes);

    /// <param name="codes">Uploaded codes by the name of their tier; looked at when <see cref="NeedsCodes"/>.</param>
    public static CampaignChange Activate(
        CampaignHistory history, CampaignId campaign, MasterKey masterKey, IReadOnlyDictionary<string, int> codes, DateTimeOffset now)
    {
        if (!Exists(history))
            return CampaignReplyStatus.NotFound;
        if (history.Status == CampaignStatus.Active)
            return CampaignReplyStatus.Done;
        if (history.Status != CampaignStatus.Draft)
            return CampaignReplyStatus.InvalidTransition;
        var definition = history.Versions[^1].Read();
        if (definition.EndsAt <= now)
            return CampaignReplyStatus.EndHasPassed;
        IReadOnlyList<DefinitionErrorView> missing = [.. MissingCodes(definition, codes)];
        return missing.Count > 0
            ? new CampaignChange(null, CampaignReplyStatus.CodesMissing, missing)
            : CampaignSecrets.Make(campaign, masterKey, FrozenMembers.Canonical(definition));
    }

    public static CampaignChange Pause(CampaignHistory history) => ChangeStatus(history, CampaignStatus.Paused, CampaignStatus.Active);

    public static CampaignChange Unpause(CampaignHistory history) => ChangeStatus(history, CampaignStatus.Active, CampaignStatus.Paused);

    public static CampaignChange End(CampaignHistory history) =>
        ChangeStatus(history, CampaignStatus.Ended, CampaignStatus.Active, CampaignStatus.Paused);

    /// <param name="restocks">What the fairness document needs of the pool.</param>
    public static CampaignChange Delete(CampaignHistory history, IReadOnlyList<RestockView> restocks, DateTimeOffset now)
    {
        if (history.Version == 0)
            return CampaignReplyStatus.NotFound;
        if (history.Status == CampaignStatus.Deleted)
            return CampaignReplyStatus.Done;
        return history.Status == CampaignStatus.Draft || now >= history.EndedAt + DeletionDelay
            ? new CampaignDeleted([.. restocks.Select(restock => new KeptRestock(restock.Tier, restock.Units, restock.At))])
            : CampaignReplyStatus.InvalidTransition;
    }

    public static bool Exists(CampaignHistory history) => history.Version > 0 && history.Status != CampaignStatus.Deleted;

    public static bool IsRemovalDue(CampaignHistory history, DateTimeOffset now) =>
        !history.IsDataRemoved && now >= history.DeletedAt + RemovalDelay;

    /// <summary>The end that has come and is not journalled yet, or null.</summary>
    public static CampaignStatusChanged? EndDue(CampaignHistory history, DateTimeOffset now) =>
        history.Status is CampaignStatus.Active or CampaignStatus.Paused && history.Versions[^1].Read().EndsAt <= now
            ? new CampaignStatusChanged(CampaignStatus.Ended)
            : null;

    public static CampaignChange PublishSeed(CampaignHistory history, DateTimeOffset now) =>
        history.IsSeedPublished || !(now >= history.EndedAt + SeedDelay)
            ? CampaignReplyStatus.Done
            : new CampaignSeedPublished();

    private static CampaignChange ChangeStatus(CampaignHistory history, CampaignStatus to, params ReadOnlySpan<CampaignStatus> from)
    {
        if (!Exists(history))
            return CampaignReplyStatus.NotFound;
        if (history.Status == to)
            return CampaignReplyStatus.Done;
        return from.Contains(history.Status) ? new CampaignStatusChanged(to) : CampaignReplyStatus.InvalidTransition;
    }

    private static ImmutableArray<TierDefinition> TiersOf(CampaignDefinition definition) => definition.InstantWin?.Tiers ?? [];

    private static IEnumerable<DefinitionErrorView> MissingCodes(CampaignDefinition definition, IReadOnlyDictionary<string, int> codes) =>
        from tier in TiersOf(definition).Select((tier, index) => (tier.Name, tier.HasOwnCodes, tier.Quantity, Index: index))
        let uploaded = codes.GetValueOrDefault(tier.Name)
        where tier.HasOwnCodes && uploaded < tier.Quantity
        select new DefinitionErrorView(
            $"/instantWin/tiers/{tier.Index}/ownCodes",
            $"{uploaded} codes of {tier.Quantity} are uploaded. Upload {tier.Quantity - uploaded} more.");

    /// <summary>What may not become of a campaign that was activated.</summary>
    private static CampaignChange? Refuse(CampaignDefinition before, CampaignDefinition after, DateTimeOffset now)
    {
        var frozen = FrozenMembers.Changed(before, after);
        if (frozen.Count > 0)
        {
            return new CampaignChange(null, CampaignReplyStatus.Frozen,
                [.. frozen.Select(pointer => new DefinitionErrorView(pointer, "Draws depend on it. Leave it as it was when the campaign was activated."))]);
        }

        if (after.EndsAt == before.EndsAt || after.EndsAt > now)
            return null;
        return new CampaignChange(null, CampaignReplyStatus.InvalidDefinition,
            [new DefinitionErrorView("/endsAt", "The campaign runs, and this time has passed. Write one that lies ahead, or end the campaign.")]);
    }
}
