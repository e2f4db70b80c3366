using System.Text.Json.Serialization;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Forecasts;
using CampaignEngine.Gateway.Health;
using CampaignEngine.Gateway.Participants;

namespace CampaignEngine.Gateway.Answers;

/// <summary>How answers become JSON, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(ParticipantResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(NameResponse))]
[JsonSerializable(typeof(ForecastResponse))]
public sealed partial class GatewayJson : JsonSerializerContext;
