using System.Text;

namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>A request as bytes are made of it; nothing of it need make sense.</summary>
internal sealed class FuzzRequest
{
    public required string Operation { get; init; }

    public required string Method { get; set; }

    /// <summary>Path and query. Characters are written as one byte each.</summary>
    public required string Target { get; set; }

    public string Protocol { get; set; } = "HTTP/1.1";

    public required List<(string Name, string Value)> Headers { get; init; }

    /// <summary>Null where there is none, and then no length is sent.</summary>
    public byte[]? Body { get; set; }

    /// <summary>What is sent as the length instead of the body's.</summary>
    public string? Length { get; set; }

    /// <summary>
    /// It may be no HTTP at all. The server may refuse it without a body of ours, and must close the connection where it
    /// cannot know where the next request begins.
    /// </summary>
    public bool IsRaw { get; set; }

    public FuzzRequest Copy() => new()
    {
        Operation = Operation,
        Method = Method,
        Target = Target,
        Headers = [.. Headers],
        Body = Body?.ToArray(),
    };

    public void SetHeader(string name, string value)
    {
        Headers.RemoveAll(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Headers.Add((name, value));
    }

    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append($"{Method} {Target} {Protocol}\r\n");
        foreach (var (name, value) in Headers)
            head.Append($"{name}: {value}\r\n");
        if (Length is not null || Body is not null)
            head.Append($"Content-Length: {Length ?? $"{Body!.Length}"}\r\n");
        if (IsRaw)
            head.Append("Connection: close\r\n");
        head.Append("\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. Body ?? []];
    }
}
