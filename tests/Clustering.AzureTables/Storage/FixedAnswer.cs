using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CampaignEngine.Clustering.AzureTables.Tests.Storage;

/// <summary>A storage account that answers everything the same.</summary>
internal sealed class FixedAnswer(int status, string? errorCode) : HttpPipelineTransport
{
    private static readonly HttpClientTransport Requests = new();

    public override Request CreateRequest() => Requests.CreateRequest();

    public override void Process(HttpMessage message) => message.Response = new Answer(status, errorCode);

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return ValueTask.CompletedTask;
    }

    private sealed class Answer(int status, string? errorCode) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; } = errorCode is null
            ? null
            : new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
            {
                ["odata.error"] = new { code = errorCode, message = new { lang = "en-US", value = "No." } },
            }));

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [new HttpHeader("Content-Type", "application/json")];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? "application/json" : null;
            return value is not null;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = TryGetHeader(name, out var value) ? [value] : null;
            return values is not null;
        }
    }
}
