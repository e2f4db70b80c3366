using System.Collections.Concurrent;
using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Backups;

/// <summary>A whole run of the procedure in docs/operations.md: a backup under load, a kill, a restore.</summary>
public sealed class RestoreRunTests
{
    private const int Users = 8;

    [Fact]
    public async Task All_that_was_answered_before_the_backup_is_there_after_the_restore_and_verifies()
    {
        using var directory = new TempDirectory();
        var answered = new ConcurrentDictionary<string, long>();
        string backup;
        await using (var gateway = EngineProcess.Start(EngineProcess.Gateway, directory.Path, "--Backup:Path=backups"))
        {
            var address = await gateway.ListensAsync();
            using var client = new DemoClient(address);
            using var admin = new AdminClient(address, (await File.ReadAllTextAsync(Path.Combine(directory["data"], "admin-token"))).Trim());
            await PlayAsync(client, rounds: 5, answered);
            var before = answered.ToDictionary();
            using var enough = new CancellationTokenSource();
            var load = Task.Run(async () =>
            {
                while (!enough.IsCancellationRequested)
                    await PlayAsync(client, rounds: 1, answered);
            });

            using (var made = await admin.PostAsync("backups"))
                backup = (await Expect.DataAsync(made)).GetProperty("path").GetString()!;
            await enough.CancelAsync();
            await load;
            await PlayAsync(client, rounds: 2, answered);
            await gateway.KillAsync();
            answered = new ConcurrentDictionary<string, long>(before);
        }

        Directory.Move(directory["data"], directory["lost"]);
        Directory.Move(backup, directory["data"]);
        foreach (var secret in (string[])["master-key", "admin-token"])
            File.Copy(Path.Combine(directory["lost"], secret), Path.Combine(directory["data"], secret));

        await using var restored = EngineProcess.Start(EngineProcess.Gateway, directory.Path);
        using var reader = new DemoClient(await restored.ListensAsync());
        await restored.SaysAsync("The journal was put back from the backup of");
        foreach (var (user, total) in answered)
            Assert.InRange(await reader.TotalPointsAsync(user), total, long.MaxValue);
        await PlayAsync(reader, rounds: 2, answered);
        await VerifyAsync(reader, directory.Path);
    }

    private static Task PlayAsync(DemoClient client, int rounds, ConcurrentDictionary<string, long> answered) =>
        Task.WhenAll(Enumerable.Range(0, Users).Select(async number =>
        {
            for (var round = 0; round < rounds; round++)
            {
                using var answer = await client.PurchaseAsync($"user{number}");
                answered[$"user{number}"] = JsonDocument.Parse(await Expect.RecordedAsync(answer)).RootElement
                    .GetProperty("data").GetProperty("totalPoints").GetInt64();
            }
        }));

    private static async Task VerifyAsync(DemoClient client, string directory)
    {
        foreach (var (what, file) in ((string, string)[])[("export", "export.jsonl"), ("fairness", "fairness.json")])
        {
            using var answer = await client.GetAsync($"/v1/campaigns/summer-promo/{what}");
            Assert.Equal(200, (int)answer.StatusCode);
            await File.WriteAllBytesAsync(Path.Combine(directory, file), await answer.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(0, await Verify.Program.Main([Path.Combine(directory, "fairness.json"), Path.Combine(directory, "export.jsonl")]));
    }
}
