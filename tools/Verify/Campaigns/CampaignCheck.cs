using System.Security.Cryptography;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Verify.Files;
using CampaignEngine.Verify.Findings;

namespace CampaignEngine.Verify.Campaigns;

/// <summary>The campaign's own entries: every version of the definition, and the commitment.</summary>
internal sealed class CampaignCheck(CampaignId id, string slug, FairnessFile fairness, FindingList findings)
{
    private const string Stream = "campaign";

    private readonly Dictionary<int, Campaign> _versions = [];
    private byte[]? _frozen;

    /// <summary>Null while the seed is not known, or is not the one that was committed to.</summary>
    public CampaignDraw? Draw { get; } =
        fairness.Seed is { } seed && SHA256.HashData(seed).AsSpan().SequenceEqual(fairness.SeedHash) ? new CampaignDraw(seed, id.Value) : null;

    public bool HasEnded { get; private set; }

    /// <summary>
    /// Whether times of different participants can be compared: in the test environment each request may set its own.
    /// </summary>
    public bool TellsTime => id.Environment == CampaignEnvironment.Live;

    /// <summary>The definition in force when the campaign was activated: whatever version, draws depend on the same.</summary>
    public Campaign? Activated { get; private set; }

    public Campaign? Version(int version) => _versions.GetValueOrDefault(version);

    public void CheckFairness()
    {
        if (fairness.Campaign != id.Value)
            findings.Add("fairness", 0, $"it is of campaign {fairness.Campaign}, the export of {id.Value}");
        if (fairness.Seed is not null && Draw is null)
            findings.Add("fairness", 0, "the seed is not the one that was committed to");
        if (!SHA256.HashData(fairness.FrozenMembers).AsSpan().SequenceEqual(fairness.FrozenMembersHash))
            findings.Add("fairness", 0, "the frozen members are not those that were committed to");
    }

    public void Check(long version, StoredCampaignEntry entry)
    {
        switch (entry)
        {
            case CampaignDefined defined:
                Define(version, defined);
                break;
            case CampaignStatusChanged changed:
                HasEnded |= changed.Status == CampaignStatus.Ended;
                break;
            default:
                break;
        }
    }

    /// <summary>The activation has no bytes in an export, so what it says is all there is.</summary>
    public void CheckActivation(ExportLine line)
    {
        Hold("seedHash", fairness.SeedHash);
        Hold("campaignKeyHash", fairness.CampaignKeyHash);
        Hold("frozenMembersHash", fairness.FrozenMembersHash);
        // The document has whole seconds.
        if (line.Time.AddTicks(-(line.Time.Ticks % TimeSpan.TicksPerSecond)) != fairness.ActivatedAt)
            findings.Add(Stream, line.Version, "the time of the activation is not the one in the fairness document");
        if (Activated is not null)
            findings.Add(Stream, line.Version, "the campaign was activated before");
        if (_versions.Count == 0)
            return;
        Activated = _versions[_versions.Count];
        _frozen = FrozenMembers.Canonical(Activated.Definition);
        if (!SameJson(_frozen, fairness.FrozenMembers))
            findings.Add(Stream, line.Version, "the definition's frozen members are not those in the fairness document");

        void Hold(string member, byte[] committed)
        {
            if (!line.Entry.TryGetProperty(member, out var hash) || hash.GetString() != Convert.ToHexStringLower(committed))
                findings.Add(Stream, line.Version, $"{member} is not the one in the fairness document");
        }
    }

    private void Define(long version, CampaignDefined defined)
    {
        if (defined.Version != _versions.Count + 1)
            findings.Add(Stream, version, $"definition {defined.Version} follows definition {_versions.Count}");
        if (CampaignDefinitionReader.Read(defined.Document).Definition is not { } definition)
        {
            findings.Add(Stream, version, $"definition {defined.Version} is not valid");
            return;
        }

        _versions[defined.Version] = Campaign.Compile(id, slug, defined.Version, definition);
        if (_frozen is not null && FrozenMembers.Changed(Activated!.Definition, definition) is { Count: > 0 } changed)
            findings.Add(Stream, version, $"definition {defined.Version} changes what is frozen: {string.Join(", ", changed)}");
    }

    private static bool SameJson(byte[] one, byte[] other)
    {
        using var left = JsonDocument.Parse(one);
        using var right = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(left.RootElement, right.RootElement);
    }
}
