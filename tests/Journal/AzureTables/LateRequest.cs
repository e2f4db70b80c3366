using Azure.Core;

namespace CampaignEngine.Journal.Tests.AzureTables;

/// <summary>A request whose sender gave up and that the store carries out all the same, when the test says so.</summary>
internal sealed class LateRequest
{
    private readonly List<HttpHeader> _headers = [];
    private Uri? _address;
    private byte[] _body = [];

    public async Task HoldAsync(HttpMessage message, Func<Task> send)
    {
        using var body = new MemoryStream();
        await message.Request.Content!.WriteToAsync(body, CancellationToken.None);
        _body = body.ToArray();
        _address = message.Request.Uri.ToUri();
        _headers.AddRange(message.Request.Headers);
        await TransportFaults.NoAnswer(message, send);
    }

    /// <returns>The status of the answer.</returns>
    public async Task<int> ArriveAsync()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(_body) };
        foreach (var header in _headers)
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value))
                request.Content.Headers.TryAddWithoutValidation(header.Name, header.Value);
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
