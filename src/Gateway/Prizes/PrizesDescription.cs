using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CampaignEngine.Domain.Prizes;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Prizes;

internal static class PrizesDescription
{
    public static readonly ApiOperation GetStock = new("getStock", ApiTags.Prizes, "See what is left of the prizes")
    {
        Description = "Of a campaign that is or was running. `stocked` = `remaining` + `open` + `awarded` + `voided`; "
            + "`waiting` is the part of `remaining` that goes to the next plays that may have it.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug],
        Answers = [ApiBody.Of<StockResponse>()],
        Examples =
        [
            new("full", null,
                """{"items":[{"tier":"Gold","stocked":10,"remaining":10,"waiting":0,"open":0,"awarded":0,"voided":0,"day":null,"givenInDay":0}],"nextCursor":null}"""),
        ],
        Errors = [ErrorCatalog.CampaignNotFound, ErrorCatalog.CampaignIsDraft],
    };

    public static readonly ApiOperation AddStock = new("addStock", ApiTags.Prizes, "Add units to a tier, or upload its codes")
    {
        Description = "`codes` are for tiers with `ownCodes`; all of them are kept, or none. They may also come as `text/csv`, one a line, "
            + "with the tier (and `add`) in the query.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.IdempotencyKey with { IsRequired = true }],
        Requests = [ApiBody.Of<AddStockBody>()],
        Answers = [ApiBody.OfEither<AddedStockResponse, UploadedCodesResponse>()],
        Examples = [new("added", """{"tier":"Gold","add":5}""", """{"tier":"Gold","added":5,"stocked":15,"remaining":15}""")],
        Errors =
        [
            ErrorCatalog.IdempotencyKeyRequired, ErrorCatalog.InvalidBody, ErrorCatalog.CampaignNotFound, ErrorCatalog.CampaignIsDraft,
            ErrorCatalog.CampaignEnded, ErrorCatalog.TierNotFound, ErrorCatalog.StockFixed, ErrorCatalog.StockTooLarge,
            ErrorCatalog.CodesMissing, ErrorCatalog.CodesNotTaken, ErrorCatalog.DuplicateCodes, ErrorCatalog.TooManyCodes,
            ErrorCatalog.StockMediaType, ErrorCatalog.EventIdReused, ErrorCatalog.OutcomeUnknown,
        ],
    };

    /// <summary>For the reference. <see cref="StockJson"/> reads it without making one.</summary>
    private sealed record AddStockBody(
        string Tier,
        [property: Description("Units. Required without codes; with codes as many as there are, unless told."), Range(0, PrizePool.MaxStocked)] long? Add = null,
        [property: Description("Each 1 to 100 visible ASCII characters.")] IReadOnlyList<string>? Codes = null);
}
