using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>The body of a request.</summary>
internal sealed class RequestDescription : ApiParameterDescription
{
    public RequestDescription(ApiOperation operation)
    {
        Name = "body";
        Source = BindingSource.Body;
        Type = operation.Requests.FirstOrDefault(request => request.Type is not null)?.Type ?? typeof(string);
        IsRequired = !operation.IsRequestOptional;
        IsClosed = !operation.IgnoresUnknownMembers;
    }

    /// <summary>Members that are not named are refused.</summary>
    public bool IsClosed { get; }
}
