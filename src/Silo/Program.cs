using CampaignEngine.Hosting;
using CampaignEngine.Hosting.Starting;
using CampaignEngine.Hosting.Telemetry;
using CampaignEngine.Silo.Health;

return await StartGuard.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    var problems = new StartProblems();
    builder.AddListenAddress("http://127.0.0.1:5081", problems);
    builder.AddCampaignEngineSilo(problems);
    problems.ThrowIfAny();

    var app = builder.Build();
    app.MapSiloHealth();
    app.MapMetrics();
    return app;
});
