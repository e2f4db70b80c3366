using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Campaigns.Conditions;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests;

/// <summary>A campaign in Berlin from June to August 2026, and what happens in it.</summary>
internal static class Given
{
    public static readonly CampaignId Id = new(
        Guid.Parse("0198a000-0000-7000-8000-000000000001"), CampaignEnvironment.Test, Guid.Parse("0198a000-0000-7000-8000-000000000002"));

    public static readonly ParticipantRef Somebody = new(0x5eed);

    /// <summary>A Monday noon in Berlin.</summary>
    public static readonly DateTimeOffset Monday = At("2026-06-15T12:00:00+02:00");

    public static DateTimeOffset At(string text) =>
        Rfc3339.TryParse(text, out var moment) ? moment : throw new ArgumentException($"{text} is no time.", nameof(text));

    public static Campaign Campaign(CampaignDefinition definition, int version = 1) =>
        Domain.Campaigns.Campaign.Compile(Id, "summer-promo", version, definition);

    /// <summary>Purchases give <paramref name="points"/>; nothing else gives any.</summary>
    public static CampaignDefinition Definition(
        long points = 100,
        ImmutableArray<Milestone>? milestones = null,
        InstantWinDefinition? game = null,
        string timeZone = "Europe/Berlin") => new(
        "Summer Promo",
        At("2026-06-01T00:00:00+02:00"),
        At("2026-09-01T00:00:00+02:00"),
        timeZone,
        new PointsDefinition([new PointRule("purchase", "purchase", [], points, PerUnit: null)]),
        milestones ?? [],
        game);

    /// <summary>Played by purchases and spins; a spin gives no points by itself.</summary>
    public static InstantWinDefinition Game(
        ImmutableArray<TierDefinition>? tiers = null,
        ImmutableArray<CountLimit>? maxPlays = null,
        bool recordWithoutPlay = false,
        int? maxWinsPerUser = null,
        ImmutableArray<Condition>? when = null) => new(
        Domain.Campaigns.Game.SpinWheel,
        ["purchase", "spin"],
        when ?? [],
        InstantWinMode.Odds,
        maxPlays ?? [],
        recordWithoutPlay,
        maxWinsPerUser,
        tiers ?? [Tier("Gold", 1m)],
        "Not this time. Try again!");

    public static TierDefinition Tier(string name, decimal odds, long points = 500, long quantity = 10, string? message = null) =>
        new(name, quantity, odds, points, message);

    public static UserEvent Event(string type = "purchase", DateTimeOffset? occurredAt = null) => new(type, default, occurredAt);

    /// <summary>A draw of <see cref="Somebody"/>'s first play in this part of all draws.</summary>
    public static CampaignDraw Drawing(double from, double to)
    {
        for (var seed = 0; ; seed++)
        {
            var draw = new CampaignDraw(BitConverter.GetBytes(seed), Id.Value);
            if (draw.Play(Somebody, 1) / Math.Pow(2, 64) is var share && share >= from && share < to)
                return draw;
        }
    }

    public static readonly CampaignDraw AnyDraw = Drawing(0, 1);
}
