using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Campaigns;

/// <summary>What a campaign's entries add up to: every version of its definition, its status, and its sealed secrets.</summary>
internal sealed record CampaignHistory
{
    public static readonly CampaignHistory Empty = new();

    public string Slug { get; init; } = "";

    /// <summary>Version n is at index n − 1.</summary>
    public ImmutableList<CampaignVersion> Versions { get; init; } = [];

    public CampaignStatus Status { get; init; } = CampaignStatus.Draft;

    public CampaignActivated? Activation { get; init; }

    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>When the end was journalled, which may be later than the definition's.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public bool IsSeedPublished { get; init; }

    public CampaignDeleted? Deletion { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Whether what a deleted campaign left in the journal is gone.</summary>
    public bool IsDataRemoved { get; init; }

    public (int Version, CampaignStatus Status) Announced { get; init; }

    public DateTimeOffset LastEntryAt { get; init; }

    public int Version => Versions.Count;

    public bool IsAnnounced => Announced == (Version, Status);

    /// <summary>Whether something is left to do that nobody may call for again.</summary>
    public bool HasWork => Version > 0 && (!IsAnnounced || (Deletion is not null && !IsDataRemoved));

    public static CampaignHistory Fold(StreamRecord record, EntryCodec codec) => record.Entries.Aggregate(
        Empty, (history, entry) => history.Apply(codec.Decode<StoredCampaignEntry>(entry.Public), entry.Time));

    public CampaignHistory Apply(StoredCampaignEntry entry, DateTimeOffset time) => entry switch
    {
        CampaignDefined defined => Changed(time) with
        {
            Slug = defined.Slug,
            Versions = Versions.Add(new CampaignVersion(defined.Document, time, defined.Actor)),
        },
        CampaignActivated activated => Changed(time) with
        {
            Activation = activated,
            ActivatedAt = time,
            Status = CampaignStatus.Active,
        },
        CampaignStatusChanged { Status: CampaignStatus.Ended } => Changed(time) with { Status = CampaignStatus.Ended, EndedAt = time },
        CampaignStatusChanged changed => Changed(time) with { Status = changed.Status },
        CampaignDeleted deleted => Changed(time) with { Status = CampaignStatus.Deleted, Deletion = deleted, DeletedAt = time },
        CampaignDataRemoved => this with { IsDataRemoved = true, LastEntryAt = time },
        CampaignSeedPublished => this with { IsSeedPublished = true, LastEntryAt = time },
        CampaignChangeAnnounced announced => this with { Announced = (announced.Version, announced.Status), LastEntryAt = time },
        _ => throw new InvalidOperationException($"A campaign cannot fold {entry.GetType().Name}."),
    };

    /// <summary>Every change is to be announced, also one back to what was announced last: the one between may have been told too.</summary>
    private CampaignHistory Changed(DateTimeOffset time) => this with { Announced = default, LastEntryAt = time };
}
