using System.Security.Cryptography;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Secrets;

/// <summary>
/// A journal opened with another master key would answer every client wrongly, so the journal's first stream keeps a
/// check value of its key.
/// </summary>
public static class MasterKeyGuard
{
    private static readonly StreamId Stream = new(default, StreamKind.JournalInfo, Key: 0);

    /// <summary>Writes the check value into a new journal, or compares it.</summary>
    /// <exception cref="MasterKeyMismatchException">The journal was made with another key.</exception>
    public static async Task CheckAsync(IJournal journal, MasterKey key, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var check = key.Derive("journal check");
        while (true)
        {
            var record = await journal.ReadAsync(Stream, cancellationToken);
            if (record.Entries.Count > 0)
            {
                if (!CryptographicOperations.FixedTimeEquals(record.Entries[0].Public.Span, check))
                    throw new MasterKeyMismatchException();
                return;
            }

            try
            {
                await journal.AppendAsync(Stream, record.Head, new Append { Entries = [new NewEntry(time.GetUtcNow(), check)] });
                return;
            }
            catch (VersionConflictException)
            {
                // Another process of the cluster wrote it first: compare with that.
            }
        }
    }

    /// <summary>Whether anything was ever written with a master key.</summary>
    public static async Task<bool> IsNewAsync(IJournal journal, CancellationToken cancellationToken = default) =>
        (await journal.ReadAsync(Stream, cancellationToken)).Head.Version == 0;
}

public sealed class MasterKeyMismatchException()
    : Exception("The journal was made with another master key. Set Campaigns:MasterKey (or restore the file master-key beside the journal) to the key it was made with.");
