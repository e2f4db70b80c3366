namespace CampaignEngine.Gateway.Reference;

/// <summary>The groups of the reference, in its order.</summary>
public static class ApiTags
{
    public const string Events = "Events";
    public const string Participants = "Participants";
    public const string Campaigns = "Campaigns";
    public const string Prizes = "Prizes";
    public const string Codes = "Codes";
    public const string Fairness = "Fairness";
    public const string Admin = "Apps and keys";
    public const string Operations = "Operations";

    public static readonly IReadOnlyList<(string Name, string Description)> All =
    [
        (Events, "What users did, and what they get for it."),
        (Participants, "The users of one campaign."),
        (Campaigns, "Definitions, their versions, and when a campaign runs."),
        (Prizes, "Stock, codes and winners."),
        (Codes, "Codes that give points."),
        (Fairness, "What was committed to, and how to check it."),
        (Admin, "Who may use the engine. For operators, with the admin token."),
        (Operations, "For those who run the engine. No key is needed."),
    ];
}
