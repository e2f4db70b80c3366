using System.Text.Json;

namespace CampaignEngine.Gateway.Tests.Starting;

public sealed class LaunchSettingsTests
{
    [Fact]
    public void They_say_Development_and_nothing_about_addresses()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "launchSettings.json")));

        var profile = Assert.Single(settings.RootElement.GetProperty("profiles").EnumerateObject()).Value;
        Assert.False(profile.TryGetProperty("applicationUrl", out _));
        Assert.False(profile.GetProperty("launchBrowser").GetBoolean());
        var environment = profile.GetProperty("environmentVariables");
        Assert.Equal("Development", environment.GetProperty("ASPNETCORE_ENVIRONMENT").GetString());
        Assert.Equal("Development", environment.GetProperty("DOTNET_ENVIRONMENT").GetString());
    }
}
