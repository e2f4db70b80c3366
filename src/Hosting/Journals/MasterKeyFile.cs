using CampaignEngine.Grains.Secrets;
using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Hosting.Journals;

/// <summary>
/// The master key of an embedded journal, in a file beside it that only its owner may read. It is made only together
/// with a new journal: a key made for an old one would open nothing.
/// </summary>
internal static class MasterKeyFile
{
    public const string Name = "master-key";

    /// <exception cref="StartErrorException">There is a journal but no key, or the file does not hold a key.</exception>
    public static MasterKey ReadOrCreate(string directory, bool journalIsNew)
    {
        var file = Path.Combine(directory, Name);
        if (File.Exists(file))
            return Read(file);
        if (!journalIsNew)
            throw new StartErrorException($"The journal in {directory} has lost its master key. Put the file {file} back, or set {MasterKeyOptions.Name}.");

        return Create(file);
    }

    private static MasterKey Read(string file)
    {
        try
        {
            return MasterKey.FromBase64(SecretFile.Read(file));
        }
        catch (FormatException)
        {
            throw new StartErrorException($"The file {file} does not hold a master key (32 bytes in base64). Put the right one back, or set {MasterKeyOptions.Name}.");
        }
    }

    private static MasterKey Create(string file)
    {
        var key = MasterKey.Generate();
        SecretFile.Create(file, key.ToBase64());
        return key;
    }
}
