using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Wins;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Codes;

/// <summary>Says whether a code could be redeemed, and changes nothing.</summary>
public sealed class VerifyCodeEndpoint(CodeLookup lookup, IGrainFactory grains, TimeProvider time)
{
    private static readonly VerifiedCodeResponse s_unknown = new(false, "", 0, "", "", false, "Code not found", null, null);

    private sealed record Sent(string Code);

    /// <summary>What a code is, whatever the campaign is.</summary>
    private sealed record Known(CodeState State, string Kind, long Points = 0, string? PrizeTier = null);

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (TestClock.Refuse(context, grant, out var testClock) is { } refusing)
        {
            await refusing;
            return;
        }

        if (await LenientBody.ReadAsync(context, (ref members, _) => new Sent(members.RequiredString("code"u8, "/code") ?? "")) is not { } sent)
            return;
        var code = Code.Normalize(sent.Code);
        var now = testClock ?? time.GetUtcNow();
        var answer = await lookup.FindAsync(grant.App, grant.Environment, code) is { } found && await LookAsync(found, code, now) is { } known
            ? Answer(found.Campaign, known, now)
            : s_unknown;
        await JsonAnswer.WriteSuccessAsync(context.Response, answer, GatewayJson.Default.VerifiedCodeResponse);
    }

    private async Task<Known?> LookAsync(FoundCode found, string code, DateTimeOffset now) => found.Use switch
    {
        CodeUse.Code => await grains.GetGrain<ICodeBatchGrain>(CodeBatchKey.Format(found.Campaign.Id, found.LeaseId))
            .Look(found.Index, participant: null, now) is { } view ? new Known(view.State, "code", view.Points) : null,
        CodeUse.Win => await grains.GetGrain<IWinsGrain>(CampaignKey.Format(found.Campaign.Id)).Find(code) is { } win
            ? new Known(StateOf(win), "win", PrizeTier: win.PrizeTier)
            : null,
        _ => throw new InvalidOperationException($"Unknown use {found.Use}."),
    };

    private static CodeState StateOf(WinRecord win) =>
        win.RedeemedAt is not null ? CodeState.Redeemed : win.VoidedAt is not null ? CodeState.Revoked : CodeState.Active;

    /// <summary>The first that applies is said.</summary>
    private static VerifiedCodeResponse Answer(CampaignHandle campaign, Known known, DateTimeOffset now)
    {
        var status = known.State.ToString().ToUpperInvariant();
        var isOver = now >= campaign.Campaign.EndsAt;
        var isActive = campaign.Status == CampaignStatus.Active && campaign.Campaign.IsOpenAt(now);
        var message = known.State != CodeState.Active ? $"Code status is {status}"
            : isOver ? "Campaign has ended"
            : !isActive ? "Campaign is not active"
            : "Code is valid and redeemable";
        return new VerifiedCodeResponse(
            known.State == CodeState.Active && isActive, status, known.Points, campaign.Campaign.Name, campaign.Campaign.Slug, isOver, message,
            known.Kind, known.PrizeTier);
    }
}
