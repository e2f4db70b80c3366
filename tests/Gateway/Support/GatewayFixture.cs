using System.Net.Http.Headers;
using System.Text;
using CampaignEngine.Gateway.Backups;
using CampaignEngine.Grains.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>One gateway with the test world in it, shared by all tests that do not stop or restart it.</summary>
public class GatewayFixture : IAsyncLifetime
{
    private GatewayHost? _host;

    public HttpClient Client => Host.Client;

    internal TestWorld World => new(Services);

    internal IServiceProvider Services => Host.Services;

    private GatewayHost Host => _host ?? throw new InvalidOperationException("The gateway has not started.");

    public async Task InitializeAsync()
    {
        // A page of metrics is kept for a moment, so that many who ask cost no more than one; tests want the newest.
        // All tests share one key, and ask for many codes that are not there.
        _host = await GatewayHost.StartAsync(
            ["--Bench:NoOp=true", "--RateLimit:FailedLookupsPerSecond=10000", AdminClient.Setting, "--Backup:Path=backups", .. Settings],
            builder =>
            {
                builder.Services
                    .AddSingleton(new JournalToCopy(new NothingToCopy()))
                    .Configure<PrometheusAspNetCoreOptions>(metrics => metrics.ScrapeResponseCacheDurationMilliseconds = 0);
                Customise(builder);
            });
        await World.BuildAsync();
    }

    /// <summary>More than all have.</summary>
    protected virtual IReadOnlyList<string> Settings => [];

    /// <summary>For tests that watch a gateway of their own from inside.</summary>
    protected virtual void Customise(WebApplicationBuilder builder)
    {
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    public Task<HttpResponseMessage> PostEventAsync(string slug, string body, params (string Name, string Value)[] headers) =>
        PostEventAsync(slug, Encoding.UTF8.GetBytes(body), headers);

    public Task<HttpResponseMessage> PostEventAsync(string slug, byte[] body, params (string Name, string Value)[] headers) =>
        PostAsync($"/v1/campaigns/{slug}/events", body, headers);

    public Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), headers);

    private Task<HttpResponseMessage> PostAsync(string path, byte[] body, (string Name, string Value)[] headers)
    {
        var request = Request(HttpMethod.Post, path, headers);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? key = TestKeys.Test) =>
        Client.SendAsync(key is null ? Request(HttpMethod.Get, path, [("X-API-Secret", "")]) : Request(HttpMethod.Get, path, [("X-API-Secret", key)]));

    public Task<HttpResponseMessage> GetParticipantAsync(string slug, string userId) =>
        GetAsync($"/v1/campaigns/{slug}/participants?userId={Uri.EscapeDataString(userId)}");

    /// <summary>A request of somebody who manages campaigns, with a body of JSON or none.</summary>
    public Task<HttpResponseMessage> ManageAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = Request(method, path, headers);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return Client.SendAsync(request);
    }

    /// <summary>The path goes out exactly as written; a header with an empty value stays away.</summary>
    public HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var exactly = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(method, new Uri(Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, exactly));
        if (!headers.Any(header => header.Name == "X-API-Secret"))
            request.Headers.TryAddWithoutValidation("X-API-Secret", TestKeys.Test);
        foreach (var (name, value) in headers.Where(header => header.Value.Length > 0))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    internal Task<long> CountEntriesAsync() => Host.CountEntriesAsync();

    /// <summary>Lets the gateway hear of a change now, not within the second.</summary>
    internal Task RefreshAsync() => Host.Services.GetRequiredService<ICampaignDirectory>().RefreshAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedGateway : ICollectionFixture<GatewayFixture>
{
    public const string Name = "shared gateway";
}
