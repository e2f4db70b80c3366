using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<StreamKind, long> _appends = new();

    /// <summary>So far, by what they were about.</summary>
    internal IReadOnlyDictionary<StreamKind, long> Appends => new Dictionary<StreamKind, long>(_appends);

    internal Uri Address => Client.BaseAddress!;

    protected override void Customise(WebApplicationBuilder builder) => builder.Services.AddSingleton<IJournal>(new FaultyJournal(new MemoryJournal())
    {
        OnAppend = (stream, _) =>
        {
            // When a key was used is noted every minute, whatever it was refused.
            if (stream.Kind != StreamKind.KeyUse)
                _appends.AddOrUpdate(stream.Kind, 1, (_, count) => count + 1);
            return null;
        },
    });
}
