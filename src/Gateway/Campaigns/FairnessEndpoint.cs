using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>Shows what the draws can be checked with, from the activation on and for ever.</summary>
public sealed class FairnessEndpoint(CampaignCalls campaigns)
{
    /// <summary>Which rules the draws follow: those of docs/fairness.md.</summary>
    private static readonly FairnessAlgorithm s_algorithm = new("campaign-draw-hmac-sha256", 1);

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (TestClock.Refuse(context, grant, out var testClock) is { } refusing)
        {
            await refusing;
            return;
        }

        var view = await campaigns.FindAsync(grant, CampaignRoute.Slug(context)) is { } campaign
            ? await campaigns.Grain(campaign).GetFairness(testClock)
            : null;
        if (view is null)
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
        else
            await JsonAnswer.WriteSuccessAsync(context.Response, From(view), GatewayJson.Default.FairnessResponse);
    }

    private static FairnessResponse From(FairnessView view) => new(
        view.Campaign.ToString(), view.Slug, CampaignAnswer.Word(view.Mode), s_algorithm,
        new FairnessCommitment(Hex(view.SeedHash), Hex(view.CampaignKeyHash), Hex(view.FrozenMembersHash)),
        new RawJson(view.FrozenMembers),
        WireTime.Format(view.ActivatedAt),
        [.. view.Versions.Select(CampaignAnswer.From)],
        [.. view.Restocks.Select(restock => new FairnessRestock(restock.Tier, restock.Units, WireTime.FormatMilliseconds(restock.At)))],
        WireTime.FormatOrNull(view.EndedAt),
        WireTime.FormatOrNull(view.SeedPublishedAt),
        view.Seed is { } seed ? Hex(seed) : null);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
