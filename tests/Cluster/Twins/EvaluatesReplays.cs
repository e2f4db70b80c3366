using System.Text.Json.Nodes;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>An event that comes again is not kept again, but its answer is worked out anew.</summary>
internal sealed class EvaluatesReplays : Twin
{
    public override IIncomingGrainCallFilter Filter { get; } = new EvaluatesAgain();

    public override async Task PlayAsync(Stage stage)
    {
        await stage.SendAsync("e-1");
        await stage.SendAsync("e-2");
        await stage.SendAsync("e-1");
    }

    private sealed class EvaluatesAgain : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            await context.Invoke();
            if (context.Grain is not IParticipantGrain participant || context.Result is not RecordEventReply { Replayed: true } reply)
                return;
            var request = (RecordEventRequest)context.Request.GetArgument(0)!;
            var evaluated = await participant.DryRun(new DryRunRequest(request.EventType, request.Metadata, request.OccurredAt, request.TestClock));
            context.Result = reply with { Data = WithNumbersOf(evaluated.Data!, reply.Data!) };
        }

        private static byte[] WithNumbersOf(byte[] evaluated, byte[] answer)
        {
            var (from, to) = (JsonNode.Parse(evaluated)!, JsonNode.Parse(answer)!);
            foreach (var number in new[] { "pointsEarned", "totalPoints" })
                to[number] = from[number]!.DeepClone();
            return Requests.Bytes(to.ToJsonString())!;
        }
    }
}
