namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>referrals</c>. It needs <c>referrerPoints</c> or <c>refereePoints</c> or both; the other one is 0. By
/// default there is no <c>maxPerReferrer</c>.
/// </summary>
internal static class ReferralsReader
{
    private static readonly MemberNames Names = new(["referrerPoints", "refereePoints", "maxPerReferrer"]);
    private static readonly WholeNumberShape Most = new(1, 1_000_000);

    public static ReferralDefinition? Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names) is not { } referrals)
            return null;
        if (referrals.Find("referrerPoints") is null && referrals.Find("refereePoints") is null)
            part.Refuse("These referrals give nothing. Write referrerPoints, refereePoints or both.");
        return new ReferralDefinition(
            referrals.Optional("referrerPoints", WholeNumberShape.Points, 0),
            referrals.Optional("refereePoints", WholeNumberShape.Points, 0),
            (int?)referrals.Optional("maxPerReferrer", Most));
    }
}
