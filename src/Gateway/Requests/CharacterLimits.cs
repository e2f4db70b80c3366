namespace CampaignEngine.Gateway.Requests;

/// <summary>Texts are counted in Unicode scalar values and hold no control characters. They are never normalised: NFC and NFD differ.</summary>
public static class CharacterLimits
{
    public const int UserId = 255;
    public const int EventType = 128;
    public const int DisplayName = 64;
    public const int EventId = 255;

    /// <summary>What the text must be instead, or null when it is fine.</summary>
    public static string? Violated(string text, int min, int max)
    {
        if (text.Length < min || (text.Length > max && text.EnumerateRunes().Count() > max))
            return $"must have {min} to {max} characters";

        foreach (var character in text)
        {
            if (char.IsControl(character))
                return "must not contain control characters";
        }

        return null;
    }

    public static string? ViolatedByUserId(string text) => Violated(text, 1, UserId);
}
