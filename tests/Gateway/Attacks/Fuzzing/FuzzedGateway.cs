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

    /// <summary>A broken request may announce megabytes and hold the places for them, and an app that has no place left is refused for that.</summary>
    protected override IReadOnlyList<string> Settings => ["--Admission:Limit=100000"];

    protected override void Customise(WebApplicationBuilder builder) => builder.Services.AddSingleton<IJournal>(new FaultyJournal(new MemoryJournal())
    {
        OnAppend = (stream, append) =>
        {
            if (!IsTimesDoing(stream.Kind, append))
                _appends.AddOrUpdate(stream.Kind, 1, (_, count) => count + 1);
            return null;
        },
    });

    /// <summary>
    /// When a key was used is noted every minute, whatever it was refused; and a minute after a campaign was deleted its data
    /// are removed.
    /// </summary>
    private static bool IsTimesDoing(StreamKind kind, Append append) =>
        kind == StreamKind.KeyUse
        || (kind == StreamKind.Campaign && append.Entries[0].Public.Span.IndexOf("campaign.data-removed"u8) >= 0);
}
