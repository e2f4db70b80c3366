using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Hosting.Journals;

namespace CampaignEngine.Hosting.Admin;

/// <summary>Who is let in to <c>/v1/admin</c>: whoever has the token. The process keeps only its hash.</summary>
public sealed class AdminAccess
{
    private readonly byte[]? _hash;

    private AdminAccess(string? token, string? file)
    {
        _hash = token is null ? null : Hash(token);
        File = file;
    }

    /// <summary>False where nobody has set a token and none is made: then there is no admin API.</summary>
    public bool Exists => _hash is not null;

    /// <summary>The file that holds the token, when it is not a setting.</summary>
    public string? File { get; }

    /// <summary>Compares hashes in constant time, so that neither the token's length nor how much of it fits shows.</summary>
    public bool Opens(string token) => _hash is not null && CryptographicOperations.FixedTimeEquals(_hash, Hash(token));

    /// <summary>
    /// The setting's, or else, in a process that is alone with a journal on disk, that of the file beside it, made when it
    /// is missing. Called when the journal is open: its directory is there, and no other process uses it.
    /// </summary>
    /// <exception cref="Starting.StartErrorException">The file does not hold a token, or cannot be read.</exception>
    public static AdminAccess Open(AdminTokenOptions options, JournalOptions journal)
    {
        if (options.Given is { } given)
            return new AdminAccess(given, file: null);
        if (journal.Provider != JournalProvider.RocksDb)
            return new AdminAccess(token: null, file: null);
        var file = Path.Combine(journal.Path, AdminTokenFile.Name);
        return new AdminAccess(AdminTokenFile.ReadOrCreate(file), file);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
