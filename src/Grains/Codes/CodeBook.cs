using System.Collections.Concurrent;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Codes;

/// <summary>Writes the numbers of a code space as codes: one keyed permutation for each app and environment.</summary>
public sealed class CodeBook(MasterKey masterKey)
{
    private readonly ConcurrentDictionary<(Guid App, CampaignEnvironment Environment), CodePermutation> _permutations = new();

    public string Write(CampaignId campaign, string slug, long number) =>
        Code.Format(slug, PermutationOf(campaign.App, campaign.Environment).Permute(number));

    /// <summary>The number that <see cref="Write"/> wrote, or null when the text is no code of this slug.</summary>
    public long? Read(CampaignId campaign, string slug, string code) =>
        Code.TryParse(slug, code, out var number) ? Invert(campaign.App, campaign.Environment, number) : null;

    /// <summary>The number in the code space of what is written.</summary>
    public long Invert(Guid app, CampaignEnvironment environment, long written) => PermutationOf(app, environment).Invert(written);

    private CodePermutation PermutationOf(Guid app, CampaignEnvironment environment) => _permutations.GetOrAdd(
        (app, environment),
        static (space, key) => new CodePermutation(key.Derive($"codes of {space.App:N}/{(byte)space.Environment}")),
        masterKey);
}
