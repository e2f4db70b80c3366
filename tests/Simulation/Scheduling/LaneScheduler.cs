namespace CampaignEngine.Simulation.Tests.Scheduling;

/// <summary>Runs tasks on a lane, where production has the thread pool.</summary>
internal sealed class LaneScheduler(Lane lane) : TaskScheduler
{
    protected override void QueueTask(Task task) => lane.Post(_ => TryExecuteTask(task), null);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
