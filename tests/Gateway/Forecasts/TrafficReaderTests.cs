using System.Text;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Forecasts;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Tests.Forecasts;

/// <summary>The body of an activation.</summary>
public sealed class TrafficReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{ "traffic": null }""")]
    public void An_activation_needs_no_traffic(string body)
    {
        Assert.Null(Read(body, out var details));
        Assert.Empty(details);
    }

    [Fact]
    public void What_is_left_out_has_a_default()
    {
        var traffic = Read("""{ "traffic": { "eventsPerDay": 12.5, "users": 300 } }""", out var details);

        Assert.Empty(details);
        Assert.Equal((12.5, 300, 0.0, 7), (traffic!.EventsPerDay, traffic.Users, traffic.RepeatRate, traffic.Weekdays.Sum()));
    }

    [Theory]
    [InlineData("x", "")]
    [InlineData("[]", "")]
    [InlineData("""{ "traffic": { "eventsPerDay": 0, "users": 300 } }""", "/traffic/eventsPerDay")]
    [InlineData("""{ "traffic": [] }""", "/traffic")]
    [InlineData("""{ "expectedTraffic": {} }""", "/expectedTraffic")]
    public void What_is_wrong_has_a_place(string body, string pointer)
    {
        Assert.Null(Read(body, out var details));
        Assert.Equal(pointer, Assert.Single(details).Pointer);
    }

    private static Traffic? Read(string body, out List<ErrorDetail> details)
    {
        details = [];
        return StrictBody.Read(Encoding.UTF8.GetBytes(body), details, TrafficReader.ReadOptional, mayBeEmpty: true);
    }
}
