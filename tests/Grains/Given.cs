using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CampaignEngine.Grains.Tests;

internal static class Given
{
    public static readonly MasterKey MasterKey = Grains.Secrets.MasterKey.FromBase64(Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));

    public static readonly Guid App = Guid.Parse("0198a000-0000-7000-8000-000000000001");

    public static readonly CampaignId Campaign = new(App, CampaignEnvironment.Test, Guid.Parse("0198a000-0000-7000-8000-000000000002"));

    public static readonly ParticipantRef Somebody = new(UInt128.Parse("112233445566778899aabbccddeeff", System.Globalization.NumberStyles.HexNumber));

    public static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>As a silo has it.</summary>
    public static readonly EntryCodec Codec = new(new ServiceCollection()
        .AddSerializer(builder => builder.AddAssembly(typeof(EntryCodec).Assembly).AddAssembly(typeof(IParticipantGrain).Assembly))
        .BuildServiceProvider()
        .GetRequiredService<Serializer>());

    /// <summary>Everything in a value, its type included, so that arrays compare by what they hold.</summary>
    public static string Text(object value) => $"{value.GetType().Name} {JsonSerializer.Serialize(value)}";
}
