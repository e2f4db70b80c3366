using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Wins;

internal static class WinsDescription
{
    private static readonly ApiParameter WinCode =
        ApiParameter.Path("winCode", "As the event's answer gave it, percent-encoded as UTF-8.", "SUMM-AX7K9M2P");

    public static readonly ApiOperation List = new("listWins", ApiTags.Prizes, "List the winners, newest first")
    {
        Description = "A page may have fewer items than `limit`, also none, and still a `nextCursor`. With `Accept: text/csv` all wins "
            + "come as a file; a cell that a spreadsheet would run begins with an apostrophe.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.Limit, ApiParameter.Cursor],
        Answers = [ApiBody.Of<PageResponse<WinnerResponse>>(), ApiBody.Text(ListWinsEndpoint.Csv)],
        Examples =
        [
            new("wins", null,
                """{"items":[{"prizeTier":"Gold","winCode":"SUMM-AX7K9M2P","userId":"user-123","wonAt":"2026-06-01T12:00:00Z","redeemedAt":null,"voidedAt":null}],"nextCursor":null}"""),
            new("file", null, "prizeTier,winCode,userId,wonAt,redeemedAt,voidedAt") { AnswerMediaType = ListWinsEndpoint.Csv },
        ],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound],
    };

    public static readonly ApiOperation Get = new("getWin", ApiTags.Prizes, "See whose a win is")
    {
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, WinCode],
        Answers = [ApiBody.Of<WinnerResponse>()],
        Examples =
        [
            new("win", null,
                """{"prizeTier":"Gold","winCode":"SUMM-AX7K9M2P","userId":"user-123","wonAt":"2026-06-01T12:00:00Z","redeemedAt":null,"voidedAt":null}"""),
        ],
        Errors = [ErrorCatalog.WinNotFound, CodeLookupLimit.Refusal],
    };

    public static readonly ApiOperation Redeem = new("redeemWin", ApiTags.Prizes, "Hand a prize out")
    {
        Description = "Once: whoever asks after that is told when it was, unless with the key of the first request. A prize that was "
            + "handed out cannot be voided.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, WinCode, ApiParameter.IdempotencyKey],
        Answers = [ApiBody.Of<RedeemedWinResponse>()],
        Examples =
        [
            new("redeemed", null,
                """{"winCode":"SUMM-AX7K9M2P","prizeTier":"Gold","participantRef":"c87872c22da379f2545daf8bfbf37f3b","redeemedAt":"2026-06-02T09:15:00Z"}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidRequest, ErrorCatalog.InvalidBody, ErrorCatalog.WinNotFound, CodeLookupLimit.Refusal, ErrorCatalog.WinRedeemed, ErrorCatalog.WinVoided,
            ErrorCatalog.EventIdReused, ErrorCatalog.OutcomeUnknown,
        ],
    };

    public static readonly ApiOperation Void = new("voidWin", ApiTags.Prizes, "Take a win back")
    {
        Description = "With the points of its prize, as far as the winner has them. Sending it again answers the same.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, WinCode],
        Requests = [ApiBody.Of<VoidWinBody>()],
        Answers = [ApiBody.Of<VoidedWinResponse>()],
        Examples =
        [
            new("voided", """{"reason":"The order was cancelled","restock":true}""",
                """{"winCode":"SUMM-AX7K9M2P","prizeTier":"Gold","restocked":true,"pointsTaken":500,"voidedAt":"2026-06-02T09:15:00Z"}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidBody, ErrorCatalog.WinNotFound, CodeLookupLimit.Refusal, ErrorCatalog.AlreadyVoided, ErrorCatalog.CodesMissing, ErrorCatalog.WinRedeemed,
            ErrorCatalog.OutcomeUnknown,
        ],
    };

    private sealed record VoidWinBody(
        [property: Description("For the audit."), StringLength(VoidWinEndpoint.MaxReason, MinimumLength = 1)] string Reason,
        [property: Description("Whether the unit goes back to stock.")] bool Restock);
}
