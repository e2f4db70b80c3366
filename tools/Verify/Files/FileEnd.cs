using System.Security.Cryptography;
using System.Text.Json;
using CampaignEngine.Journal;
using CampaignEngine.Verify.Findings;

namespace CampaignEngine.Verify.Files;

/// <summary>Counts what there is, and holds it against the footer.</summary>
internal sealed class FileEnd(FindingList findings) : IDisposable
{
    private readonly IncrementalHash _chains = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<StreamKind, long> _entries = [];
    private long _participants;
    private string _digest = "";

    public bool IsReached { get; private set; }

    public void Count(StreamKind kind) => _entries[kind] = Entries(kind) + 1;

    public void EndStream(StreamKind kind, ChainHash chain)
    {
        _participants += kind == StreamKind.Participant ? 1 : 0;
        _chains.AppendData(Convert.FromHexString(chain.ToString()));
    }

    public void Check(JsonElement footer)
    {
        if (IsReached)
            findings.Add("file", 0, "it has a second footer");
        IsReached = true;
        _digest = Convert.ToHexStringLower(_chains.GetCurrentHash());
        Hold("campaignEntries", Entries(StreamKind.Campaign));
        Hold("poolEntries", Entries(StreamKind.PrizePool));
        Hold("participants", _participants);
        Hold("participantEntries", Entries(StreamKind.Participant));
        if (footer.GetProperty("digest").GetString() != _digest)
            findings.Add("file", 0, "the footer's digest is not that of the entries");

        void Hold(string member, long counted)
        {
            if (footer.GetProperty(member).GetInt64() is var expected && expected != counted)
                findings.Add("file", 0, $"the footer says {expected} {member}, and there are {counted}");
        }
    }

    public Report Report(FindingList found, IReadOnlyList<string> notes, long draws)
    {
        if (!IsReached)
            found.Add("file", 0, "it has no footer: it was cut off");
        return new Report(
            found.Kept, found.Count, notes, _digest,
            Entries(StreamKind.Campaign), Entries(StreamKind.PrizePool), _participants, Entries(StreamKind.Participant), draws);
    }

    public void Dispose() => _chains.Dispose();

    private long Entries(StreamKind kind) => _entries.GetValueOrDefault(kind);
}
