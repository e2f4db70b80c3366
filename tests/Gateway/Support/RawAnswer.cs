using System.Globalization;
using System.Text;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Head">Status line and headers, each ended by CR LF.</param>
/// <param name="Body">Without the framing of chunks.</param>
internal sealed record RawAnswer(string Head, string Body)
{
    public int Status { get; } = int.Parse(Head.AsSpan(Head.IndexOf(' ', StringComparison.Ordinal) + 1, 3), CultureInfo.InvariantCulture);

    public string Shown => Head + Body;

    /// <summary>The header's value, or null.</summary>
    public string? Header(string name)
    {
        var start = Head.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        start += name.Length + 4;
        return Head[start..Head.IndexOf("\r\n", start, StringComparison.Ordinal)];
    }

    /// <param name="isHead">The answer to a HEAD, which tells of a body and has none.</param>
    /// <returns>Null when the connection ended before an answer began.</returns>
    /// <exception cref="EndOfStreamException">It ended in the middle of one.</exception>
    public static async Task<RawAnswer?> ReadAsync(RawReader reader, bool isHead)
    {
        while (await ReadHeadAsync(reader) is { } head)
        {
            var answer = new RawAnswer(head, "");
            // Those from 100 up only announce the real one.
            if (answer.Status < 200)
                continue;
            if (isHead || answer.Status is 204 or 304)
                return answer;
            return answer with { Body = Encoding.UTF8.GetString(await ReadBodyAsync(reader, answer)) };
        }

        return null;
    }

    private static async Task<byte[]> ReadBodyAsync(RawReader reader, RawAnswer answer)
    {
        if (answer.Header("Content-Length") is { } length)
            return await reader.ReadAsync(int.Parse(length, CultureInfo.InvariantCulture));
        if (answer.Header("Transfer-Encoding") is null)
            return await reader.ReadToEndAsync();
        using var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse(await LineAsync(reader), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await reader.ReadAsync(size));
            await LineAsync(reader);
            if (size == 0)
                return body.ToArray();
        }
    }

    private static async Task<string?> ReadHeadAsync(RawReader reader)
    {
        var head = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Length == 0)
                return head.ToString();
            head.Append(line).Append("\r\n");
        }

        return head.Length == 0 ? null : throw new EndOfStreamException($"The connection ended in a head: {head}");
    }

    private static async Task<string> LineAsync(RawReader reader) =>
        await reader.ReadLineAsync() ?? throw new EndOfStreamException("The connection ended in a chunk.");
}
