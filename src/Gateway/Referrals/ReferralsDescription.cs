using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Referrals;

internal static class ReferralsDescription
{
    public static readonly ApiOperation Refer = new("recordReferral", ApiTags.Participants, "Record that a user referred another")
    {
        Description = "Both get their points, once. A user can be referred once.",
        Access = ApiAccess.EventsKey,
        IgnoresUnknownMembers = true,
        Parameters = [ApiParameter.Slug, ApiParameter.IdempotencyKey, ApiParameter.TestClock],
        Requests = [ApiBody.Of<Referral>()],
        Answers = [ApiBody.Of<Recorded>()],
        Examples =
        [
            new("referred", """{"referrerId":"user-123","refereeId":"user-456","referralCode":"K7QW2MXA"}""",
                """{"referrerReward":200,"refereeReward":100,"message":"Referral recorded successfully"}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidBody, ErrorCatalog.CampaignOrUserNotFound, ErrorCatalog.ReferralsNotEnabled, ErrorCatalog.SelfReferral,
            ErrorCatalog.AlreadyReferred, ErrorCatalog.PointsOverflow, ErrorCatalog.EventIdReused, ErrorCatalog.OutcomeUnknown,
        ],
    };

    public static readonly ApiOperation GetCode = new("getReferralCode", ApiTags.Participants, "Get a user's referral code")
    {
        Description = "Everybody has one, also a user who was never seen. It follows from campaign and user, and never changes.",
        Access = ApiAccess.EventsKey,
        Parameters = [ApiParameter.Slug, ApiParameter.UserId],
        Answers = [ApiBody.Of<ReferralCodeResponse>()],
        Examples = [new("code", null, """{"referralCode":"K7QW2MXA","referralCount":1,"totalRewardsEarned":200}""")],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound, ErrorCatalog.ReferralsNotEnabled],
    };

    private sealed record Referral(
        [property: StringLength(255, MinimumLength = 1)] string ReferrerId,
        [property: StringLength(255, MinimumLength = 1)] string RefereeId,
        [property: Description("The referrer's."), StringLength(ReferralRequest.MaxCode, MinimumLength = 1)] string ReferralCode);

    private sealed record Recorded(
        [property: Description("What the referrer got; 0 beyond the campaign's limit of referrals.")] long ReferrerReward,
        long RefereeReward, string Message);
}
