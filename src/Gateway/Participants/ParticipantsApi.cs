using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Participants of a campaign.</summary>
public static class ParticipantsApi
{
    public static IServiceCollection AddParticipants(this IServiceCollection services) => services
        .AddSingleton<GetParticipantEndpoint>()
        .AddSingleton<SetDisplayNameEndpoint>()
        .AddSingleton<HistoryEndpoint>()
        .AddSingleton<CorrectionReader>()
        .AddSingleton<CorrectionsEndpoint>();

    public static void MapParticipants(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var get = app.ServiceProvider.GetRequiredService<GetParticipantEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/participants/{userId}", keys.Require(KeyScopes.Events, get.HandlePathAsync))
            .WithMetadata(ParticipantsApiDescription.Get);
        app.MapGet("/v1/campaigns/{slug}/participants", keys.Require(KeyScopes.Events, get.HandleQueryAsync))
            .WithMetadata(ParticipantsApiDescription.Find);
        var name = app.ServiceProvider.GetRequiredService<SetDisplayNameEndpoint>();
        app.MapPut("/v1/campaigns/{slug}/participants/{userId}", keys.Require(KeyScopes.Events, name.HandleAsync))
            .WithMetadata(ParticipantsApiDescription.SetDisplayName);
        var history = app.ServiceProvider.GetRequiredService<HistoryEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/participants/{userId}/events", keys.Require(KeyScopes.Manage, history.HandleAsync))
            .WithMetadata(ParticipantsApiDescription.History);
        var corrections = app.ServiceProvider.GetRequiredService<CorrectionsEndpoint>();
        app.MapPost("/v1/campaigns/{slug}/participants/{userId}/adjustments", keys.Require(KeyScopes.Manage, corrections.AdjustAsync))
            .WithMetadata(CorrectionsDescription.Adjust);
        app.MapPost("/v1/campaigns/{slug}/participants/{userId}/exclude", keys.Require(KeyScopes.Manage, corrections.ExcludeAsync))
            .WithMetadata(CorrectionsDescription.Exclude);
        app.MapPost("/v1/campaigns/{slug}/participants/{userId}/include", keys.Require(KeyScopes.Manage, corrections.IncludeAsync))
            .WithMetadata(CorrectionsDescription.Include);
    }
}
