using CampaignEngine.Grains.Secrets;
using CampaignEngine.Hosting.Starting;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Journals;

/// <summary>The key that seals the journal's secrets, when it is given as a setting.</summary>
public sealed class MasterKeyOptions
{
    public const string Name = "Campaigns:MasterKey";

    /// <summary>Null: the key is in the file beside the journal.</summary>
    public MasterKey? Given { get; private init; }

    /// <summary>Whether the setting holds anything, a key or not: what is wrong with it is said once.</summary>
    public bool IsSet { get; private init; }

    public static MasterKeyOptions Read(IConfiguration configuration, StartProblems problems)
    {
        if (configuration[Name] is not { Length: > 0 } text)
            return new MasterKeyOptions();

        try
        {
            return new MasterKeyOptions { Given = MasterKey.FromBase64(text), IsSet = true };
        }
        catch (FormatException)
        {
            // The value stays out of the message: it may be a key with one character missing.
            problems.Add($"{Name} is not 32 bytes in base64. Make one with: openssl rand -base64 32");
            return new MasterKeyOptions { IsSet = true };
        }
    }
}
