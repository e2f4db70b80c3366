using CampaignEngine.Gateway.Errors;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>
/// Tells the framework's API explorer of the routes that describe themselves. On its own it sees only what a handler's
/// parameters bind, and ours read their requests themselves.
/// </summary>
internal sealed class RouteDescriptions(EndpointDataSource endpoints) : IApiDescriptionProvider
{
    public int Order => 0;

    /// <summary>The route that a description was made of; null for what others made.</summary>
    public static DescribedRoute? RouteOf(ApiDescription description) => description.GetProperty<DescribedRoute>();

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var route in DescribedRoute.FindAll(endpoints.Endpoints))
            context.Results.Add(Describe(route));
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private static ApiDescription Describe(DescribedRoute route)
    {
        var operation = route.Operation;
        var description = new ApiDescription
        {
            HttpMethod = route.Method,
            RelativePath = route.Path[1..],
            ActionDescriptor = new ActionDescriptor { EndpointMetadata = [operation] },
        };
        description.SetProperty(route);
        foreach (var parameter in operation.Parameters)
            description.ParameterDescriptions.Add(Parameter(parameter));
        if (operation.Requests.Count > 0)
            description.ParameterDescriptions.Add(new RequestDescription(operation));
        foreach (var request in operation.Requests)
            description.SupportedRequestFormats.Add(new ApiRequestFormat { MediaType = request.MediaType });

        // The framework takes one type for a status and all its forms; OperationDetails tells them apart.
        var types = operation.Answers.FirstOrDefault(answer => answer.Type is not null)?.AnswerTypes ?? [typeof(string)];
        description.SupportedResponseTypes.Add(Response(operation.Status, types[0], operation.Answers.Select(answer => answer.MediaType)));
        foreach (var other in types.Skip(1))
        {
            var response = Response(operation.Status, other, [ApiBody.Json]);
            response.IsDefaultResponse = true;
            description.SupportedResponseTypes.Add(response);
        }

        foreach (var errors in ApiErrors.Of(operation).GroupBy(error => error.Code))
            description.SupportedResponseTypes.Add(Response(errors.Key, typeof(ErrorResponse), [ApiBody.Json]));
        return description;
    }

    private static ApiParameterDescription Parameter(ApiParameter parameter) => new()
    {
        Name = parameter.Name,
        IsRequired = parameter.IsRequired,
        Source = parameter.In switch
        {
            "path" => BindingSource.Path,
            "query" => BindingSource.Query,
            "header" => BindingSource.Header,
            _ => throw new InvalidOperationException($"A parameter is in no {parameter.In}."),
        },
    };

    private static ApiResponseType Response(int status, Type type, IEnumerable<string> mediaTypes) => new()
    {
        StatusCode = status,
        Type = type,
        ApiResponseFormats = [.. mediaTypes.Select(mediaType => new ApiResponseFormat { MediaType = mediaType })],
    };
}
