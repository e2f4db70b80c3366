using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

[Collection(SharedGateway.Name)]
public sealed class MalformedTests(GatewayFixture gateway)
{
    private static readonly byte[] Seed = Encoding.UTF8.GetBytes(
        """{"userId":"fuzz 😀","eventType":"purchase","metadata":{"a":[1,2.5e3,null,true,"\ud83d\ude00"]},"eventId":"e1","occurredAt":"2026-06-01T10:00:00Z","displayName":"x"}""");

    [Fact]
    public async Task Damaged_bodies_never_make_the_server_fail()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var round = 0; round < Heavy.Count(light: 300, heavy: 20_000); round++)
        {
            var body = Damage(random);

            using var answer = await gateway.PostEventAsync("points", body);

            Assert.True((int)answer.StatusCode is 200 or 400 or 422,
                $"seed {seed}, round {round}: {(int)answer.StatusCode} to {Convert.ToBase64String(body)}");
        }
    }

    private static byte[] Damage(Random random)
    {
        var body = Seed.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(4))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveAt(at);
                    break;
                case 2:
                    body.Insert(at, (byte)"{}[]\",:\\u0"[random.Next(10)]);
                    break;
                default:
                    body.InsertRange(at, body.GetRange(at, Math.Min(random.Next(1, 12), body.Count - at)));
                    break;
            }
        }

        return [.. body];
    }
}
