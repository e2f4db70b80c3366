using CampaignEngine.Grains.Registry;
using CampaignEngine.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CampaignEngine.Grains.Tests.Wire;

/// <summary>What a grain throws is what its caller in another process catches.</summary>
public sealed class JournalFailuresTests
{
    /// <summary>Those that end a start, an append of our own making or a backup never leave their process.</summary>
    private static readonly Type[] Local =
        [typeof(JournalOpenException), typeof(UniqueKeyTakenException), typeof(BackupRunningException), typeof(BackupFailedException)];

    private static readonly Serializer s_serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    private static readonly Exception[] s_failures =
    [
        new VersionConflictException("why"), new PrecedentRefusedException("why"), new OutcomeUnknownException("why", new IOException()),
        new JournalUnavailableException("why", new IOException()), new JournalStoppedException("why"),
        new JournalDamagedException("why"), new AppendTooLargeException("why"), new DirectoryUnavailableException(new IOException()),
    ];

    public static TheoryData<Exception> Failures => new(s_failures);

    [Theory]
    [MemberData(nameof(Failures))]
    public void Type_and_message_survive(Exception failure)
    {
        var received = s_serializer.Deserialize<Exception>(s_serializer.SerializeToArray(failure));

        Assert.IsType(failure.GetType(), received);
        Assert.Equal(failure.Message, received.Message);
    }

    [Fact]
    public void None_of_the_journals_is_forgotten()
    {
        var thrown = typeof(IJournal).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception)));

        Assert.Empty(thrown.Except(Local).Except(s_failures.Select(failure => failure.GetType())));
    }
}
