using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Codes;

internal static class CodesDescription
{
    private static readonly ApiParameter Slug =
        ApiParameter.Query("slug", "The campaign's name in URLs.", "summer-promo", ApiParameter.Slug.Schema, isRequired: true);

    private static readonly ApiParameter Page = ApiParameter.Query("page", "From 1.", null,
        """{"type":"integer","format":"int32","minimum":1,"default":1}""");

    public static readonly ApiOperation Generate = new("generateCodes", ApiTags.Codes, "Make a batch of codes")
    {
        Description = "Codes that each give points, once. They are in this answer only; the same request with the same "
            + "`Idempotency-Key` shows them again for 24 hours. Nothing that is stored reveals one.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.IdempotencyKey, ApiParameter.TestClock],
        Requests = [ApiBody.Of<GenerateCodesBody>()],
        IgnoresUnknownMembers = true,
        Answers = [ApiBody.Of<GeneratedCodesResponse>()],
        Examples =
        [
            new("generated", """{"slug":"summer-promo","batchSize":2,"pointsValue":50,"label":"Flyers"}""",
                """{"batch":{"id":"0198a000-0000-7000-8000-000000000001","campaignId":"0198a000-0000-7000-8000-000000000002","batchSize":2,"pointsValue":50,"label":"Flyers","expiresAt":null,"createdAt":"2026-06-01T12:00:00Z"},"codes":["SUMM-AX7K9M2P","SUMM-Q3VT8HNB"],"count":2,"gameUrl":"https://campaigns.example.com/campaign/0198a000-0000-7000-8000-000000000003/summer-promo"}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidBody, ErrorCatalog.ExpiresInPast, ErrorCatalog.CampaignNotFound, ErrorCatalog.CampaignEnded,
            ErrorCatalog.CodesNotEnabled, ErrorCatalog.CodesNoLongerShown, ErrorCatalog.TooManyBatches, ErrorCatalog.EventIdReused,
            ErrorCatalog.OutcomeUnknown,
        ],
    };

    public static readonly ApiOperation Verify = new("verifyCode", ApiTags.Codes, "See whether a code can be redeemed")
    {
        Description = "Of a code worth points, or of a win. A code that is not known is an answer, not an error. `message` says the first "
            + "that applies: the code is not known, redeemed, revoked or expired; the campaign has ended, or is not active.",
        Access = ApiAccess.EventsKey,
        Parameters = [ApiParameter.TestClock],
        Requests = [ApiBody.Of<VerifyCodeBody>()],
        IgnoresUnknownMembers = true,
        Answers = [ApiBody.Of<VerifiedCodeResponse>()],
        Examples =
        [
            new("unknown", """{"code":"SUMM-22222222"}""",
                """{"valid":false,"status":"","pointsValue":0,"campaignName":"","campaignSlug":"","expired":false,"message":"Code not found","kind":null,"prizeTier":null}"""),
        ],
        Errors = [ErrorCatalog.InvalidBody],
    };

    public static readonly ApiOperation List = new("listCodeBatches", ApiTags.Codes, "List the batches of codes, newest first")
    {
        Access = ApiAccess.ManageKey,
        Parameters = [Slug, Page, ApiParameter.Limit],
        Answers = [ApiBody.Of<CodeBatchesResponse>()],
        Examples =
        [
            new("batches", null,
                """{"batches":[{"id":"0198a000-0000-7000-8000-000000000001","campaignId":"0198a000-0000-7000-8000-000000000002","batchSize":2,"pointsValue":50,"label":"Flyers","expiresAt":null,"createdAt":"2026-06-01T12:00:00Z"}],"total":1,"page":1,"limit":20}"""),
        ],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound],
    };

    public static readonly ApiOperation Stats = new("getCodeStats", ApiTags.Codes, "Count the codes in each state")
    {
        Description = "The four states add up to the total.",
        Access = ApiAccess.ManageKey,
        Parameters = [Slug, ApiParameter.TestClock],
        Answers = [ApiBody.Of<CodeStatsResponse>()],
        Examples =
        [
            new("counts", null,
                """{"totalCodes":2,"activeCodes":2,"redeemedCodes":0,"expiredCodes":0,"revokedCodes":0,"totalBatches":1}"""),
        ],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound],
    };

    public static readonly ApiOperation Revoke = new("revokeCodes", ApiTags.Codes, "Revoke a code or a batch")
    {
        Description = "Codes that are redeemed stay redeemed. Sending it again answers the same.",
        Access = ApiAccess.ManageKey,
        Requests = [ApiBody.Of<RevokeCodesBody>()],
        Answers = [ApiBody.Of<RevokedCodesResponse>()],
        Examples =
        [
            new("code", """{"code":"SUMM-Q3VT8HNB","reason":"The flyer was photographed"}""",
                """{"batchId":"0198a000-0000-7000-8000-000000000001","revoked":1}"""),
        ],
        Errors = [ErrorCatalog.InvalidBody, ErrorCatalog.CodeNotFound, ErrorCatalog.BatchNotFound, ErrorCatalog.CodeRedeemed, ErrorCatalog.OutcomeUnknown],
    };

    public static readonly ApiOperation Redeem = new("redeemCode", ApiTags.Codes, "Redeem a code")
    {
        Description = "One code gives its points once, ever. The user whose it is gets the first answer whenever they send it again.",
        Access = ApiAccess.EventsKey,
        Parameters = [ApiParameter.Slug, ApiParameter.IdempotencyKey, ApiParameter.TestClock],
        Requests = [ApiBody.Of<RedeemCodeBody>()],
        IgnoresUnknownMembers = true,
        Answers = [ApiBody.Of<RedeemedCodeResponse>()],
        Examples =
        [
            new("redeemed", """{"userId":"user-123","code":"SUMM-Q3VT8HNB"}""",
                """{"pointsEarned":50,"totalPoints":50,"code":"SUMM-Q3VT8HNB","message":"Code redeemed successfully"}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidBody, ErrorCatalog.CampaignNotActive, ErrorCatalog.CodeNotFound, ErrorCatalog.CodeRedeemed, ErrorCatalog.CodeRevoked,
            ErrorCatalog.CodeExpired, ErrorCatalog.PointsOverflow, ErrorCatalog.EventIdReused, ErrorCatalog.OutcomeUnknown,
        ],
    };
}
