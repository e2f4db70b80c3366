using System.Text.Json;
using System.Text.Unicode;
using CampaignEngine.Domain.Campaigns.Reading;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>
/// Reads the document that PUT <c>/v1/campaigns/{slug}</c> takes, and reports all that is wrong with it at once. No
/// document makes it throw, and one over a bound costs no more than finding that out.
/// </summary>
public static class CampaignDefinitionReader
{
    /// <summary>256 KiB.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Objects and arrays inside each other, the document itself included.</summary>
    public const int MaxDepth = 16;

    /// <returns>Exactly one of the two is set: the definition, or a list of errors that is not empty.</returns>
    public static DefinitionResult Read(ReadOnlyMemory<byte> utf8)
    {
        var errors = new DefinitionErrors();
        using var document = Parse(utf8, errors);
        if (document is null)
            return new DefinitionResult(null, errors.ToList());
        var definition = CampaignReader.Read(new JsonPart(document.RootElement, "", errors));
        return errors.Any ? new DefinitionResult(null, errors.ToList()) : new DefinitionResult(definition, []);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, DefinitionErrors errors)
    {
        if (utf8.Length > MaxBytes)
        {
            errors.Add("", $"The document has {utf8.Length} bytes. Write at most {MaxBytes}.");
            return null;
        }
        if (!Utf8.IsValid(utf8.Span))
        {
            errors.Add("", "The document is not valid UTF-8. Write it in UTF-8.");
            return null;
        }
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException exception)
        {
            errors.Add("", IsTooDeep(utf8.Span)
                ? $"The document nests more than {MaxDepth} objects and arrays. Write it flatter."
                : $"The document is not valid JSON: see line {exception.LineNumber + 1}, byte "
                  + $"{exception.BytePositionInLine + 1}. Write one JSON value without comments and trailing commas.");
            return null;
        }
    }

    /// <returns>Whether the nesting is what stopped the parser.</returns>
    private static bool IsTooDeep(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == MaxDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    return true;
            }
        }
        catch (JsonException)
        {
            // Something else is wrong before it gets too deep.
        }
        return false;
    }
}
