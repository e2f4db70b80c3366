using CampaignEngine.Domain.Leaderboards;
using CampaignEngine.Domain.Participants;
using Xunit.Abstractions;

namespace CampaignEngine.Domain.Tests.Leaderboards;

[CollectionDefinition(nameof(LeaderboardSizeTests), DisableParallelization = true)]
public sealed class MeasuredMemory;

/// <summary>Alone, because it measures the memory of the process.</summary>
[Collection(nameof(LeaderboardSizeTests))]
public class LeaderboardSizeTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_participant_takes_less_than_150_bytes_beyond_the_user_id()
    {
        var count = Heavy.Choose(100_000, 1_000_000);
        var random = new Random(1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var board = new Leaderboard();
        var characters = 0L;
        for (var i = 0; i < count; i++)
        {
            var userId = $"user-{i}";
            characters += userId.Length;
            board.Apply(new Score(
                new ParticipantRef(new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64())), 1, random.Next(1_000_000), 1, 1, 0,
                Noon.AddSeconds(i), userId, ""));
        }

        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before - characters * sizeof(char)) / (double)count;
        output.WriteLine($"{count} participants, {bytes:F1} bytes each beyond the characters of the user id");
        GC.KeepAlive(board);
        Assert.InRange(bytes, 1, 150);
    }
}
