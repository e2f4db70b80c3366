using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Gateway.Tests.Admin;

/// <summary>The token that an embedded engine makes for itself.</summary>
public sealed class AdminTokenFileTests
{
    [Fact]
    public async Task It_is_made_once_for_its_owner_and_anew_when_it_is_deleted()
    {
        using var directory = new TempDirectory();
        var first = await OpenAsync(directory);
        var second = await OpenAsync(directory);
        File.Delete(directory["admin-token"]);
        var third = await OpenAsync(directory);

        Assert.Equal(first, second);
        Assert.NotEqual(first, third);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(directory["admin-token"]));
    }

    [Fact]
    public async Task A_setting_takes_its_place()
    {
        using var directory = new TempDirectory();
        await using var host = await StartAsync(directory, AdminClient.Setting);
        using var admin = new AdminClient(host.Client.BaseAddress!);

        using var answer = await admin.GetAsync("apps");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.False(File.Exists(directory["admin-token"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public async Task A_file_without_a_token_ends_the_start(string content)
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory["admin-token"], content);

        var error = await Assert.ThrowsAsync<StartErrorException>(() => StartAsync(directory));

        Assert.Contains($"The file {directory["admin-token"]} does not hold an admin token", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Starts, lets the file's token in, stops.</summary>
    private static async Task<string> OpenAsync(TempDirectory directory)
    {
        await using var host = await StartAsync(directory);
        var token = (await File.ReadAllTextAsync(directory["admin-token"])).Trim();
        using var admin = new AdminClient(host.Client.BaseAddress!, token);
        using var answer = await admin.GetAsync("apps");
        Assert.Equal(200, (int)answer.StatusCode);
        return token;
    }

    private static Task<GatewayHost> StartAsync(TempDirectory directory, params string[] more) =>
        GatewayHost.StartAsync(["--Journal:Provider=RocksDb", $"--Journal:Path={directory.Path}", .. more]);
}
