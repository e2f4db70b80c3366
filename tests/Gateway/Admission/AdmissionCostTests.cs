using CampaignEngine.Gateway.Admission;
using Microsoft.AspNetCore.Http;

namespace CampaignEngine.Gateway.Tests.Admission;

public sealed class AdmissionCostTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData(0L, 1)]
    [InlineData(200L, 1)]
    [InlineData(4_096L, 2)]
    [InlineData(4L * 1024 * 1024, 1_025)]
    [InlineData(16L * 1024 * 1024, 4_097)]
    [InlineData(16L * 1024 * 1024 + 1, 1)] // Refused unread, so it does not keep an app's other requests out.
    [InlineData(long.MaxValue, 1)]
    public void A_request_weighs_what_it_announces_as_long_as_it_may_be_sent(long? announced, int cost)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentLength = announced;

        Assert.Equal(cost, AdmissionCost.Of(request));
    }
}
