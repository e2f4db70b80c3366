namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class ReferralsReaderTests
{
    private const string Points = "Write a whole number from 0 to 1000000000, without quotes.";
    private const string Most = "Write a whole number from 1 to 1000000, without quotes.";

    [Theory]
    [InlineData("/referrals", "true", "/referrals", "Write an object with these members: referrerPoints, refereePoints, maxPerReferrer.")]
    [InlineData("/referrals", "{}", "/referrals", "These referrals give nothing. Write referrerPoints, refereePoints or both.")]
    [InlineData("/referrals", "{\"maxPerReferrer\":1}", "/referrals", "These referrals give nothing.")]
    [InlineData("/referrals/referrerPoints", "-1", "/referrals/referrerPoints", Points)]
    [InlineData("/referrals/referrerPoints", "1000000001", "/referrals/referrerPoints", Points)]
    [InlineData("/referrals/refereePoints", "0.5", "/referrals/refereePoints", Points)]
    [InlineData("/referrals/refereePoints", "\"100\"", "/referrals/refereePoints", Points)]
    [InlineData("/referrals/maxPerReferrer", "0", "/referrals/maxPerReferrer", Most)]
    [InlineData("/referrals/maxPerReferrer", "1000001", "/referrals/maxPerReferrer", Most)]
    [InlineData("/codes", "\"true\"", "/codes", "Write true or false, without quotes.")]
    [InlineData("/codes", "1", "/codes", "Write true or false, without quotes.")]
    [InlineData("/codes", "{}", "/codes", "Write true or false, without quotes.")]
    public void A_wrong_member_is_refused_at_its_pointer(string at, string json, string place, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Demo, at, json), place, message);
}
