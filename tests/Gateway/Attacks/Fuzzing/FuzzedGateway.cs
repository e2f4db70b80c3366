using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>A gateway that counts what is kept.</summary>
public sealed class FuzzedGateway : GatewayFixture
{
    private long _appends;

    /// <summary>Of every stream but those of when keys were used, which any request of theirs may write.</summary>
    internal long Appends => Interlocked.Read(ref _appends);

    internal Uri Address => Client.BaseAddress!;

    protected override void Customise(WebApplicationBuilder builder) => builder.Services.AddSingleton<IJournal>(new FaultyJournal(new MemoryJournal())
    {
        OnAppend = (stream, _) =>
        {
            if (stream.Kind != StreamKind.KeyUse)
                Interlocked.Increment(ref _appends);
            return null;
        },
    });
}
