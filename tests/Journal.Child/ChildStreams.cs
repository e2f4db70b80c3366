using System.Text;

namespace CampaignEngine.Journal.Child;

/// <summary>Streams and entries that follow from their numbers, so that a reader knows what must be there.</summary>
public static class ChildStreams
{
    public const int Count = 16;

    private const int SnapshotInterval = 32;
    private static readonly Scope Scope = new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 1, new Guid(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1));

    public static StreamId Get(int number) => new(Scope, StreamKind.Participant, (UInt128)number);

    /// <summary>The stream whose entries rest on those of <see cref="Get"/>, version for version.</summary>
    public static StreamId GetPartner(int number) => new(Scope, StreamKind.PrizePool, (UInt128)number);

    public static string Text(int number, long version) => $"entry-{number}-{version}-{new string((char)('a' + version % 26), 40)}";

    public static Append Append(int number, long version)
    {
        var time = DateTimeOffset.UnixEpoch.AddSeconds(version);
        var isSnapshot = version % SnapshotInterval == 0;
        return new Append
        {
            Entries = [new NewEntry(time, Encoding.UTF8.GetBytes(Text(number, version)), Encoding.UTF8.GetBytes($"person {number}"))],
            Summary = new Summary(version, version, DateTimeOffset.UnixEpoch, time, $"user {number}", $"User {number}"),
            Snapshot = isSnapshot ? Encoding.UTF8.GetBytes($"state {version}") : default(ReadOnlyMemory<byte>?),
            UniqueKeys = isSnapshot ? [new UniqueKey((UInt128)version, version)] : [],
            Pending = version % 3 == 0 ? PendingMark.Set : PendingMark.Cleared,
        };
    }
}
