using System.Security.Cryptography;
using CampaignEngine.Hosting.Journals;
using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Hosting.Admin;

/// <summary>The admin token of an embedded engine. Unlike the master key it may be made anew at any start: nothing stored depends on it.</summary>
internal static class AdminTokenFile
{
    public const string Name = "admin-token";

    private const int Bytes = 32;

    /// <exception cref="StartErrorException">The file does not hold a token, or cannot be read.</exception>
    public static string ReadOrCreate(string file)
    {
        if (!File.Exists(file))
            SecretFile.Create(file, RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true));
        var token = SecretFile.Read(file);
        return AdminTokenOptions.IsToken(token)
            ? token
            : throw new StartErrorException($"The file {file} does not hold an admin token ({AdminTokenOptions.Rule}). Delete it, and the next start makes a new one, or set {AdminTokenOptions.Name}.");
    }
}
