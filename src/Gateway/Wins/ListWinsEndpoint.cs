using System.Globalization;
using System.Text;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Wins;
using CampaignEngine.Grains.Registry;
using Microsoft.Net.Http.Headers;

namespace CampaignEngine.Gateway.Wins;

/// <summary>Lists winners, newest first: a page as JSON, or all of them as a CSV file.</summary>
public sealed class ListWinsEndpoint(ICampaignDirectory directory, IGrainFactory grains)
{
    public const string Csv = "text/csv";

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail> details = [];
        var limit = PageQuery.Limit(context.Request, details);
        var before = PageQuery.NumberCursor(context.Request, details);
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        var slug = CampaignRoute.Slug(context);
        if (await directory.FindActivatedAsync(grant, slug) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        var wins = grains.GetGrain<IWinsGrain>(CampaignKey.Format(campaign.Id));
        if (WantsCsv(context.Request))
        {
            await WriteCsvAsync(context, slug, wins);
            return;
        }

        var page = await wins.List(before, limit);
        await JsonAnswer.WriteSuccessAsync(
            context.Response,
            new PageResponse<WinnerResponse>([.. page.Wins.Select(WinAnswer.From)], page.Next?.ToString(CultureInfo.InvariantCulture)),
            GatewayJson.Default.PageResponseWinnerResponse);
    }

    /// <summary>Only who names it gets a file: <c>*/*</c> is what clients of the API send.</summary>
    private static bool WantsCsv(HttpRequest request) => request.GetTypedHeaders().Accept.Any(
        accepted => accepted.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);

    /// <summary>Once it has begun, a failure can only break the connection off.</summary>
    private static async Task WriteCsvAsync(HttpContext context, string slug, IWinsGrain wins)
    {
        var text = new StringBuilder();
        CsvLine.Append(text, "prizeTier", "winCode", "userId", "wonAt", "redeemedAt", "voidedAt");
        long? next = null;
        do
        {
            var page = await wins.List(next, WinPage.MaxLimit);
            foreach (var win in page.Wins.Select(WinAnswer.From))
                CsvLine.Append(text, win.PrizeTier, win.WinCode, win.UserId, win.WonAt, win.RedeemedAt, win.VoidedAt);
            if (!context.Response.HasStarted)
            {
                context.Response.ContentType = $"{Csv}; charset=utf-8";
                context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{slug}-wins.csv" }.ToString();
            }

            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.RequestAborted);
            text.Clear();
            next = page.Next;
        }
        while (next is not null);
    }
}
