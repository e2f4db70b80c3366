using System.Reflection;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Gateway.Tests.Errors;

public sealed class ErrorCatalogTests
{
    private static readonly ApiError[] All =
        [.. typeof(ErrorCatalog).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ApiError>()];

    private static readonly RecordEventStatus[] AllRefusals =
        [.. Enum.GetValues<RecordEventStatus>().Where(status => status != RecordEventStatus.Recorded)];

    public static TheoryData<RecordEventStatus> Refusals => [.. AllRefusals];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_of_an_event_has_an_answer_of_its_own(RecordEventStatus refusal)
    {
        var error = ErrorCatalog.Of(refusal);

        Assert.Contains(error, All);
        Assert.Single(AllRefusals, other => ErrorCatalog.Of(other).Name == error.Name);
    }

    [Fact]
    public void Every_refusal_of_a_campaign_has_an_answer_of_its_own()
    {
        var refusals = Enum.GetValues<CampaignReplyStatus>().Where(status => status != CampaignReplyStatus.Done).ToArray();

        Assert.All(refusals, refusal => Assert.Contains(ErrorCatalog.Of(refusal), All));
        Assert.Equal(refusals.Length, refusals.Select(refusal => ErrorCatalog.Of(refusal).Name).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ErrorCatalog.Of(CampaignReplyStatus.Done));
    }

    [Fact]
    public void A_success_is_no_refusal() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ErrorCatalog.Of(RecordEventStatus.Recorded));

    [Fact]
    public void Names_are_unique_and_snake_case()
    {
        Assert.NotEmpty(All);
        Assert.Equal(All.Length, All.Select(error => error.Name).Distinct().Count());
        Assert.All(All, error => Assert.Matches("^[a-z]+(_[a-z]+)*$", error.Name));
    }

    [Fact]
    public void Only_what_may_pass_says_when_to_come_again() =>
        Assert.All(All, error => Assert.Equal(error.Code == 503, error.RetryAfterSeconds is > 0));

    [Theory]
    [InlineData("CampaignNotActive", 404, "Campaign not found or not active")]
    [InlineData("ParticipantNotFound", 404, "Campaign or participant not found")]
    [InlineData("PlaysExceeded", 409, "User has exceeded maximum plays")]
    [InlineData("InvalidBody", 400, "Invalid request body")]
    [InlineData("MissingKey", 401, "Missing X-API-Secret header")]
    [InlineData("InvalidKey", 401, "Invalid API key")]
    [InlineData("RevokedKey", 403, "API key has been revoked")]
    [InlineData("AppNotActive", 403, "Application is not active")]
    public void What_the_contract_gives_is_exact(string field, int code, string message)
    {
        var error = (ApiError)typeof(ErrorCatalog).GetField(field)!.GetValue(null)!;

        Assert.Equal((code, message), (error.Code, error.Message));
    }
}
