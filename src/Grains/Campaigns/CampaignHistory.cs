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
    public ImmutableList<byte[]> Documents { get; init; } = [];

    public CampaignStatus Status { get; init; } = CampaignStatus.Draft;

    public CampaignActivated? Activation { get; init; }

    public (int Version, CampaignStatus Status) Announced { get; init; }

    public DateTimeOffset LastEntryAt { get; init; }

    public int Version => Documents.Count;

    public bool IsAnnounced => Announced == (Version, Status);

    public static CampaignHistory Fold(StreamRecord record, EntryCodec codec) => record.Entries.Aggregate(
        Empty, (history, entry) => history.Apply(codec.Decode<StoredCampaignEntry>(entry.Public), entry.Time));

    public CampaignHistory Apply(StoredCampaignEntry entry, DateTimeOffset time) => entry switch
    {
        CampaignDefined defined => this with { Slug = defined.Slug, Documents = Documents.Add(defined.Document), LastEntryAt = time },
        CampaignActivated activated => this with { Activation = activated, Status = CampaignStatus.Active, LastEntryAt = time },
        CampaignStatusChanged changed => this with { Status = changed.Status, LastEntryAt = time },
        CampaignChangeAnnounced announced => this with { Announced = (announced.Version, announced.Status), LastEntryAt = time },
        _ => throw new InvalidOperationException($"A campaign cannot fold {entry.GetType().Name}."),
    };
}
