using System.Security.Cryptography;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Processes;

/// <summary>A start that cannot succeed ends at once, says why, and says what to write instead.</summary>
public sealed class StartErrorTests
{
    [Fact]
    public async Task All_wrong_settings_are_said_at_once()
    {
        using var directory = new TempDirectory();

        var said = await FailAsync(directory, "--Journal:Provider=Sql", "--Orleans:Clustering:ProviderType=Redis",
            "--Campaigns:MasterKey=c2VjcmV0", "--Admin:Token=c2VjcmV0", "--Gateway:Mode=Server", "--Bench:NoOp=maybe", "--Demo:Campaigns=nowhere", "--urls=nonsense");

        string[] names = ["Journal:Provider", "Orleans:Clustering:ProviderType", "Campaigns:MasterKey", "Admin:Token", "Gateway:Mode", "Bench:NoOp", "Demo:Campaigns", "urls"];
        Assert.Equal(names.Length, said.Split(Environment.NewLine).Length);
        Assert.All(names, name => Assert.Contains(name, said, StringComparison.Ordinal));
        Assert.DoesNotContain("c2VjcmV0", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    [Fact]
    public async Task A_journal_without_its_master_key_or_with_another_is_not_opened()
    {
        using var directory = new TempDirectory();
        await RunAndKillAsync(directory);
        var keyFile = directory["data/master-key"];
        var key = await File.ReadAllTextAsync(keyFile);
        File.Delete(keyFile);

        var without = await FailAsync(directory);
        var withAnother = await FailAsync(directory, $"--Campaigns:MasterKey={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}");
        await File.WriteAllTextAsync(keyFile, "nonsense");
        var withNonsense = await FailAsync(directory);

        Assert.Contains($"has lost its master key. Put the file {keyFile} back, or set Campaigns:MasterKey.", without, StringComparison.Ordinal);
        Assert.Contains("The journal was made with another master key.", withAnother, StringComparison.Ordinal);
        Assert.Contains($"The file {keyFile} does not hold a master key", withNonsense, StringComparison.Ordinal);

        File.Delete(keyFile);
        await RunAndKillAsync(directory, $"--Campaigns:MasterKey={key.Trim()}");
    }

    [Fact]
    public async Task The_master_key_is_for_its_owner_only()
    {
        using var directory = new TempDirectory();
        await RunAndKillAsync(directory);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(directory["data/master-key"]));
        Assert.Equal(32, Convert.FromBase64String((await File.ReadAllTextAsync(directory["data/master-key"])).Trim()).Length);
    }

    [Fact]
    public async Task An_address_in_use_is_named()
    {
        using var directory = new TempDirectory();
        await using var first = EngineProcess.Start(EngineProcess.Gateway, directory.Path, "--Journal:Provider=Memory");
        var address = (await first.ListensAsync()).GetLeftPart(UriPartial.Authority);

        var said = await FailAsync(directory, "--Journal:Provider=Memory", $"--urls={address}");

        Assert.Contains(address, said, StringComparison.Ordinal);
        Assert.Contains("--urls", said, StringComparison.Ordinal);
        Assert.Single(said.Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("""{"name":"x","points":5}""", "/points")]
    [InlineData("""{"name":"x","name":"y"}""", "has a member twice")]
    [InlineData("no json", "its file is not a JSON object")]
    public async Task A_demo_campaign_that_is_wrong_ends_the_start(string definition, string reason)
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory["campaigns"]);
        await File.WriteAllTextAsync(directory["campaigns/broken.json"], definition);

        var said = await FailAsync(directory, "--Journal:Provider=Memory", "--Demo:Campaigns=campaigns");

        Assert.StartsWith("The campaign broken of the demo cannot be created", said, StringComparison.Ordinal);
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    private static async Task<string> FailAsync(TempDirectory directory, params string[] args)
    {
        await using var process = EngineProcess.Start(EngineProcess.Gateway, directory.Path, args);
        Assert.Equal(1, await process.ExitsAsync());
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
        return process.Output;
    }

    private static async Task RunAndKillAsync(TempDirectory directory, params string[] args)
    {
        await using var process = EngineProcess.Start(EngineProcess.Gateway, directory.Path, args);
        await process.ListensAsync();
        await process.KillAsync();
    }
}
