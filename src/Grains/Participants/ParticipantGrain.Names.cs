using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Grains.Participants;

internal sealed partial class ParticipantGrain
{
    public ValueTask<SetDisplayNameReply> SetDisplayName(SetDisplayNameRequest request) =>
        Correct(() => Name(request), status => new SetDisplayNameReply(status));

    private async ValueTask<SetDisplayNameReply> Name(SetDisplayNameRequest request)
    {
        var (refusal, now) = await RefuseCorrection(request.TestClock);
        if (refusal is { } reason)
            return new SetDisplayNameReply(reason);
        if (_ledger.DisplayName == request.DisplayName)
            await _ledger.CheckHeadAsync();
        else
            await _ledger.NameAsync(request.DisplayName, _ledger.State.Apply(new ParticipantNamed(), now));
        // Whoever has joined is in a campaign.
        var campaign = (await _directory.FindCampaignAsync(_campaign))!.Campaign;
        return new SetDisplayNameReply(
            CorrectionStatus.Done, ParticipantViews.Of(campaign, _ledger, _ref, _ledger.State.PeriodsAt(campaign, now)));
    }
}
