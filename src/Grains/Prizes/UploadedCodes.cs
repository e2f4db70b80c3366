using System.Text;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Grains.Prizes;

/// <summary>What the entries of a campaign's uploads add up to.</summary>
/// <param name="unseal">Opens a chunk.</param>
internal sealed class UploadedCodes(Func<byte[], byte[]> unseal)
{
    private readonly Dictionary<string, List<string>> _byTier = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodePlace> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, Upload> _uploads = [];
    private readonly List<string> _unfinished = [];

    public sealed record Upload(StoredCodesUploaded Codes, StoredUploadAnswered? Answer);

    public int Total => _places.Count;

    public IEnumerable<Upload> Unanswered => _uploads.Values.Where(upload => upload.Answer is null);

    public IReadOnlyDictionary<string, int> Counts => _byTier.ToDictionary(tier => tier.Key, tier => tier.Value.Count);

    public Upload? Find(UInt128 command) => _uploads.GetValueOrDefault(command);

    public CodePlace? Find(string code) => _places.GetValueOrDefault(code);

    public int Count(string tier) => _byTier.TryGetValue(tier, out var codes) ? codes.Count : 0;

    /// <summary>Null when there is none, or when it is not known yet.</summary>
    public string? Get(string tier, int place) =>
        _byTier.TryGetValue(tier, out var codes) && place >= 1 && place <= codes.Count ? codes[place - 1] : null;

    /// <summary>Places in the upload, from 1, of codes that appear before in it or were uploaded before.</summary>
    /// <param name="most">How many are told.</param>
    public int[] Duplicates(string[] codes, int most)
    {
        var seen = new HashSet<string>(codes.Length, StringComparer.Ordinal);
        List<int> duplicates = [];
        for (var i = 0; i < codes.Length && duplicates.Count < most; i++)
        {
            if (!seen.Add(codes[i]) || _places.ContainsKey(codes[i]))
                duplicates.Add(i + 1);
        }

        return [.. duplicates];
    }

    public void Apply(StoredCodesEntry entry)
    {
        switch (entry)
        {
            case StoredCodesChunk chunk:
                if (chunk.Sequence == 0)
                    _unfinished.Clear();
                _unfinished.AddRange(Split(unseal(chunk.Sealed)));
                break;
            case StoredCodesUploaded uploaded:
                Take(uploaded);
                break;
            case StoredUploadAnswered answered:
                _uploads[answered.Command] = _uploads[answered.Command] with { Answer = answered };
                break;
            default:
                throw new InvalidOperationException($"Uploaded codes cannot fold {entry.GetType().Name}.");
        }
    }

    public static string[] Split(byte[] codes) => Encoding.UTF8.GetString(codes).Split('\n');

    private void Take(StoredCodesUploaded uploaded)
    {
        if (uploaded.Count != _unfinished.Count)
            throw new InvalidOperationException($"An upload has {uploaded.Count} codes and {_unfinished.Count} were kept.");
        if (!_byTier.TryGetValue(uploaded.Tier, out var codes))
            _byTier.Add(uploaded.Tier, codes = []);
        foreach (var code in _unfinished)
        {
            codes.Add(code);
            _places.Add(code, new CodePlace(uploaded.Tier, codes.Count));
        }

        _unfinished.Clear();
        _uploads.Add(uploaded.Command, new Upload(uploaded, Answer: null));
    }
}
