using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Errors;

/// <summary>What clients see when the inside fails: the right status, and nothing of the inside.</summary>
public sealed class UnexpectedErrorTests
{
    public static TheoryData<string, int, string> Cases => new()
    {
        { nameof(DirectoryUnavailableException), 503, "unavailable" },
        { nameof(TimeoutException), 503, "unavailable" },
        { nameof(OrleansException), 503, "unavailable" },
        { nameof(InvalidOperationException), 500, "internal_error" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_failing_directory_shows_nothing_of_itself(string failure, int code, string error)
    {
        await using var host = await GatewayHost.StartAsync(customise: builder =>
            builder.Services.AddSingleton<ICampaignDirectory>(new FailingDirectory(failure)));
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/campaigns/points/participants/u") { Headers = { { "X-API-Secret", TestKeys.Test } } };

        using var answer = await host.Client.SendAsync(request);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(code, (int)answer.StatusCode);
        Assert.Contains($"\"error\":\"{error}\"", text, StringComparison.Ordinal);
        Assert.Equal(code == 503, answer.Headers.RetryAfter is not null);
        Assert.DoesNotContain("secret sauce", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    private sealed class FailingDirectory(string failure) : ICampaignDirectory
    {
        public ValueTask<KeyGrant?> FindKeyAsync(string apiKey, CancellationToken cancellationToken = default) => throw Failure();

        public ValueTask<CampaignHandle?> FindCampaignAsync(
            Guid app, CampaignEnvironment environment, string slug, CancellationToken cancellationToken = default) => throw Failure();

        public ValueTask<CampaignHandle?> FindCampaignAsync(CampaignId campaign, CancellationToken cancellationToken = default) => throw Failure();

        public ValueTask<CampaignId?> FindIdAsync(
            Guid app, CampaignEnvironment environment, string slug, CancellationToken cancellationToken = default) => throw Failure();

        public ValueTask<IReadOnlyList<CampaignHandle>> ListAsync(
            Guid app, CampaignEnvironment environment, string? after, int limit, CancellationToken cancellationToken = default) => throw Failure();

        public ValueTask<IReadOnlyList<CampaignId>> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default) => new([]);

        public ValueTask<IReadOnlyList<CampaignId>> ListCampaignsAsync(CancellationToken cancellationToken = default) =>
            new([]);

        public ValueTask<RegistryState> ReadNewestAsync(CancellationToken cancellationToken = default) => throw Failure();

        public Task RefreshAsync() => Task.CompletedTask;

        private Exception Failure() => failure switch
        {
            nameof(DirectoryUnavailableException) => new DirectoryUnavailableException(new InvalidOperationException("secret sauce")),
            nameof(TimeoutException) => new TimeoutException("secret sauce"),
            nameof(OrleansException) => new OrleansException("secret sauce"),
            _ => new InvalidOperationException("secret sauce"),
        };
    }
}
