using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CampaignEngine.Domain.Forecasts;

namespace CampaignEngine.Gateway.Forecasts;

/// <summary>A forecast that is asked for, for the reference. <see cref="ForecastReader"/> reads it without making one.</summary>
internal sealed record ForecastRequestBody(
    TrafficBody Traffic,
    [property: Description("More make it surer, and slower; 1000 without."), Range(1, Forecaster.MaxRuns)] int? Runs = null,
    [property: Description("The same seed gives the same forecast; any below 2^53."), Range(0, 9007199254740991d)] long? Seed = null);

/// <summary>The traffic that is expected.</summary>
internal sealed record TrafficBody(
    [property: Description("Of those types that are plays.")] double EventsPerDay,
    [property: Range(1, Domain.Forecasts.Traffic.MaxUsers)] long Users,
    [property: Description("How likely an event is followed by another of the same user; 0 without."), Range(0, Domain.Forecasts.Traffic.MaxRepeatRate)] double? RepeatRate = null,
    [property: Description("Seven weights, Monday first; all alike without.")] IReadOnlyList<double>? Weekdays = null);
