using System.Collections.Immutable;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>An array of the document.</summary>
internal static class ArrayPart
{
    /// <summary>
    /// Reads each item. One with too few or too many is an error at the array; of too many, the first
    /// <paramref name="max"/> are read. Items that give null (with an error of their own) are left out.
    /// </summary>
    public static ImmutableArray<T> Read<T>(JsonPart part, int min, int max, string what, Func<JsonPart, T?> read)
        where T : class
    {
        if (part.Element.ValueKind != JsonValueKind.Array)
        {
            part.Refuse(Sentence(min, max, what));
            return [];
        }
        var length = part.Element.GetArrayLength();
        if (length < min || length > max)
            part.Refuse($"{Sentence(min, max, what)} Here are {length}.");
        var items = ImmutableArray.CreateBuilder<T>(Math.Min(length, max));
        foreach (var (index, element) in part.Element.EnumerateArray().Take(max).Index())
        {
            if (read(part.Item(index, element)) is { } item)
                items.Add(item);
        }
        return items.ToImmutable();
    }

    public static string Sentence(int min, int max, string what) => $"Write an array of {min} to {max} {what}.";
}
