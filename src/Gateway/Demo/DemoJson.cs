using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CampaignEngine.Gateway.Demo;

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class DemoJson : JsonSerializerContext;
