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
        CampaignDefined defined => Changed(time) with { Slug = defined.Slug, Documents = Documents.Add(defined.Document) },
        CampaignActivated activated => Changed(time) with { Activation = activated, Status = CampaignStatus.Active },
        CampaignStatusChanged changed => Changed(time) with { Status = changed.Status },
        CampaignChangeAnnounced announced => this with { Announced = (announced.Version, announced.Status), LastEntryAt = time },
        _ => throw new InvalidOperationException($"A campaign cannot fold {entry.GetType().Name}."),
    };

    /// <summary>Every change is to be announced, also one back to what was announced last: the one between may have been told too.</summary>
    private CampaignHistory Changed(DateTimeOffset time) => this with { Announced = default, LastEntryAt = time };
}
