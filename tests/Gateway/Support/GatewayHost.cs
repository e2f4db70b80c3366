using CampaignEngine.Grains.Registry;
using CampaignEngine.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>A real gateway in this process: real Kestrel on a free port, a real silo, and a journal in memory unless told otherwise.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    internal static readonly string[] Defaults = ["--urls=http://127.0.0.1:0", "--Journal:Provider=Memory", "--environment=Production"];

    private readonly WebApplication _app;

    private GatewayHost(WebApplication app)
    {
        _app = app;
        var sources = ((IEndpointRouteBuilder)app).DataSources;
        Client = new HttpClient(new DocumentedAnswers(sources, new SocketsHttpHandler())) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<GatewayHost> StartAsync(string[]? args = null, Action<WebApplicationBuilder>? customise = null)
    {
        var app = Program.Build([.. Defaults, .. args ?? []], customise);
        try
        {
            await app.StartAsync();
            return new GatewayHost(app);
        }
        catch
        {
            await app.StopAsync();
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Entries of all participants of all campaigns, counted in the journal.</summary>
    public async Task<long> CountEntriesAsync()
    {
        var journal = Services.GetRequiredService<IJournal>();
        long entries = 0;
        foreach (var campaign in await Services.GetRequiredService<ICampaignDirectory>().ListCampaignsAsync())
        {
            for (byte bucket = 0; bucket < Bucket.Count; bucket++)
            {
                var scope = new Scope(campaign.App, (byte)campaign.Environment, campaign.Value);
                await foreach (var stream in journal.ReadSummariesAsync(new Bucket(scope, bucket)))
                    entries += stream.Version;
            }
        }

        return entries;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
