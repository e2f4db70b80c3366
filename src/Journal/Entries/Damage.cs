namespace CampaignEngine.Journal.Entries;

internal static class Damage
{
    public static JournalDamagedException Of(in StreamId stream, long version, string what, Exception? inner = null) =>
        new($"Stream {stream.Kind} {stream.Key:x32}: entry {version} {what}.", inner);

    public static JournalDamagedException OfSnapshot(in StreamId stream, string what, Exception? inner = null) =>
        new($"Stream {stream.Kind} {stream.Key:x32}: the snapshot {what}.", inner);
}
