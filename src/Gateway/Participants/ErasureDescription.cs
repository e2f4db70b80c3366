using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Participants;

internal static class ErasureDescription
{
    public static readonly ApiOperation Erase = new("eraseParticipant", ApiTags.Participants, "Erase a person")
    {
        Description = "Gone at once for all who read; what names the person is taken out of all files within a minute or so. Awards stay, "
            + "and still verify. The same user id afterwards begins at 0 points, and goes on with the plays, wins and limits of before.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.UserId],
        Status = StatusCodes.Status202Accepted,
        Answers = [ApiBody.Of<ErasedResponse>()],
        Examples = [new("erased", null, """{"erased":true}""")],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.InvalidBody, ErrorCatalog.ParticipantNotFound, ErrorCatalog.OutcomeUnknown],
    };

    public static readonly ApiOperation EraseNamed = Erase with
    {
        Id = "eraseNamedParticipant",
        Summary = "Erase a person whom the query names",
        Description = "The same as with the user id in the path, for ids that no path can carry.",
        Parameters = ParticipantsApiDescription.Find.Parameters.Where(parameter => parameter.In != "header").ToList(),
    };

    private sealed record ErasedResponse(bool Erased);
}
