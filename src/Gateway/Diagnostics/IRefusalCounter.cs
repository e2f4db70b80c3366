using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Diagnostics;

/// <summary>Metadata of an endpoint whose refusals are counted, wherever on the way they are made.</summary>
public interface IRefusalCounter
{
    void Count(ApiError refusal);
}
