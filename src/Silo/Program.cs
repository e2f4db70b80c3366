using CampaignEngine.Hosting;
using CampaignEngine.Hosting.Health;
using CampaignEngine.Hosting.Starting;

return await StartGuard.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    var problems = new StartProblems();
    builder.AddCampaignEngineSilo(problems);
    problems.ThrowIfAny();

    var app = builder.Build();
    app.MapSiloHealth();
    return app;
});
