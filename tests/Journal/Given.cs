using System.Text;

namespace CampaignEngine.Journal.Tests;

/// <summary>Shorthand for what every test needs: streams that no other test has, and appends.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Time = new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero).AddTicks(7);

    public static Scope NewScope() => new(Guid.NewGuid(), 1, Guid.NewGuid());

    public static StreamId NewStream() => new(NewScope(), StreamKind.Participant, 42);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    public static NewEntry Entry(string text, string personal = "") => new(Time, Bytes(text), Bytes(personal));

    public static Append One(string text, string personal = "") => new() { Entries = [Entry(text, personal)] };

    public static Append After(BegunAppend precedent, string text) => new() { Entries = [Entry(text)], After = precedent.Ticket };

    public static Append Many(int count) => new() { Entries = [.. Enumerable.Range(1, count).Select(i => Entry($"entry {i}"))] };

    public static Summary Summary(long points, string userId = "user", string displayName = "User") =>
        new(points, points * 2, Time, Time.AddTicks(points), userId, displayName) { Plays = points * 3, Wins = points * 4 };

    public static async Task<StreamHead> Chain(this IJournal journal, StreamId stream, StreamHead head, params string[] texts)
    {
        foreach (var text in texts) head = await journal.AppendAsync(stream, head, One(text));
        return head;
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source) list.Add(item);
        return list;
    }
}
