using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>Turns what a campaign's grain says into what goes over the wire.</summary>
internal static class CampaignAnswer
{
    public static CampaignResponse From(CampaignView view) => new(
        view.Id.ToString(), view.Slug, view.Name, Word(view.Status), view.Version, Word(view.Mode), WireTime.Format(view.StartsAt),
        WireTime.Format(view.EndsAt), WireTime.Format(view.CreatedAt), WireTime.FormatOrNull(view.ActivatedAt), WireTime.FormatOrNull(view.EndedAt));

    public static CampaignListItem From(CampaignHandle handle, DateTimeOffset now) => new(
        handle.Id.Value.ToString(), handle.Campaign.Slug, handle.Campaign.Name, Word(handle.StatusAt(now)), handle.Campaign.Version,
        Word(handle.Campaign.InstantWin?.Mode), WireTime.Format(handle.Campaign.StartsAt), WireTime.Format(handle.Campaign.EndsAt));

    public static CampaignVersionResponse From(CampaignVersionView view) => new(
        view.Version, WireTime.Format(view.At), view.Actor, view.Definition is { } definition ? new RawJson(definition) : null);

    /// <summary>What the grain said to a change.</summary>
    public static Task WriteAsync(HttpContext context, CampaignReply reply, IReadOnlyList<ForecastWarning>? warnings = null)
    {
        if (reply.Status is CampaignReplyStatus.Done or CampaignReplyStatus.VersionMismatch or CampaignReplyStatus.VersionRequired && reply.Version > 0)
            IfMatch.WriteETag(context.Response, reply.Version);
        return reply.View is { } view
            ? JsonAnswer.WriteSuccessAsync(context.Response, From(view) with { Warnings = warnings }, GatewayJson.Default.CampaignResponse)
            : ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status), Details(reply));
    }

    public static string Word(CampaignStatus status) => status switch
    {
        CampaignStatus.Draft => "draft",
        CampaignStatus.Active => "active",
        CampaignStatus.Paused => "paused",
        CampaignStatus.Ended => "ended",
        _ => throw new InvalidOperationException($"No word for {status}."),
    };

    public static string? Word(InstantWinMode? mode) => mode switch
    {
        null => null,
        InstantWinMode.Odds => "odds",
        InstantWinMode.Deck => "deck",
        InstantWinMode.Moments => "moments",
        _ => throw new InvalidOperationException($"No word for {mode}."),
    };

    private static IReadOnlyList<ErrorDetail>? Details(CampaignReply reply) =>
        reply.Errors.Count == 0 ? null : [.. reply.Errors.Select(error => new ErrorDetail(error.Pointer, error.Message))];
}
