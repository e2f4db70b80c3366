using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace CampaignEngine.Journal.Tests.AzureTables;

/// <summary>A status and nothing else, as a proxy or a dying front end answers.</summary>
internal sealed class CannedResponse(int status) : Response
{
    public override int Status => status;
    public override string ReasonPhrase => "canned";
    public override Stream? ContentStream { get; set; } = new MemoryStream();
    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = null;
        return false;
    }
}
