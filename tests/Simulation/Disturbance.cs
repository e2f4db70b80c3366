using CampaignEngine.Simulation.Tests.Calls;
using CampaignEngine.Simulation.Tests.Campaigns;

namespace CampaignEngine.Simulation.Tests;

/// <summary>What happens to silos while clients work: killed, stopped for a while, clocks set; and to the campaign: paused.</summary>
internal sealed class Disturbance(Network network, SimulatedDirectory directory, Random random)
{
    private readonly int _calm = random.Next(1, 20);

    public bool IsOver { get; set; }

    public int Kills { get; private set; }

    public int Pauses { get; private set; }

    public async Task WorkAsync(TimeProvider time)
    {
        while (!IsOver)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 500 * _calm)), time);
            if (IsOver)
                return;
            var silo = network.Silos[random.Next(network.Silos.Count)];
            switch (random.Next(5))
            {
                case 0 or 1:
                    silo.Kill();
                    Kills++;
                    break;
                case 2:
                    silo.Pause(TimeSpan.FromMilliseconds(random.Next(10, 120_000)));
                    Pauses++;
                    break;
                case 3:
                    silo.Time.WrongBy = TimeSpan.FromSeconds(random.Next(-3_600, 3_600));
                    break;
                default:
                    directory.IsPaused = !directory.IsPaused && random.Next(3) == 0;
                    break;
            }
        }
    }
}
