namespace CampaignEngine.Journal;

/// <summary>What a grain needs to continue a stream: the newest snapshot, if any, and every entry after it.</summary>
public sealed record StreamRecord(StreamHead Head, Snapshot? Snapshot, IReadOnlyList<JournalEntry> Entries);

/// <summary>The state of a stream at a version.</summary>
public sealed record Snapshot(long Version, ReadOnlyMemory<byte> State);

/// <summary>An entry as kept. <see cref="Personal"/> is empty when there was none or it was blanked.</summary>
public sealed record JournalEntry(
    long Version, DateTimeOffset Time, ChainHash Chain, ReadOnlyMemory<byte> Public, ReadOnlyMemory<byte> Personal)
{
    /// <summary>The hash that stands in the chain for the personal part, also when that was blanked; empty when there never was one.</summary>
    public ReadOnlyMemory<byte> PersonalHash { get; init; }
}

/// <summary>What lists and the leaderboard are rebuilt from.</summary>
/// <param name="JoinedAt">When the participant was first seen.</param>
/// <param name="ReachedAt">When the participant reached the points.</param>
public sealed record Summary(
    long Points, long Events, DateTimeOffset JoinedAt, DateTimeOffset ReachedAt, string UserId, string DisplayName)
{
    public long Plays { get; init; }

    /// <summary>Also those that were taken back.</summary>
    public long Wins { get; init; }
}

/// <summary>A stream's newest summary and the version it stands for.</summary>
public sealed record StreamSummary(StreamId Stream, long Version, Summary Summary);
