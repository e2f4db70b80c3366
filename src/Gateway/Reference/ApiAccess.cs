namespace CampaignEngine.Gateway.Reference;

/// <summary>What a request must show to be let in.</summary>
public enum ApiAccess
{
    None,

    /// <summary>An API key with the scope <c>events</c>.</summary>
    EventsKey,

    /// <summary>An API key with the scope <c>manage</c>.</summary>
    ManageKey,

    /// <summary>The admin token as bearer.</summary>
    AdminToken,
}
