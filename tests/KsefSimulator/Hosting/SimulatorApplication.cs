using KsefSimulator.Access;
using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Sessions.Batch;
using KsefSimulator.Settings;
using KsefSimulator.Time;

namespace KsefSimulator.Hosting;

/// <summary>Puts the web application together.</summary>
internal static class SimulatorApplication
{
    public static WebApplication Build(SimulatorOptions options, SimulatorClock clock, FaultSwitchboard faults, RequestCounters counters)
    {
        // The content root is not the caller's directory: a host's appsettings.json is none of the simulator's business.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true);
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BatchFileRules.MaxPartSize * 2;
        });
        builder.Services.AddSimulator(options, clock, faults, counters);

        var app = builder.Build();
        app.UseMiddleware<RefusalMiddleware>();
        app.UseRouting();
        app.UseMiddleware<RequestCounterMiddleware>();
        app.UseMiddleware<AccessMiddleware>();
        app.UseMiddleware<RateLimitMiddleware>();
        app.UseMiddleware<SystemWarningMiddleware>(SimulatorEndpoints.BasePath);
        app.UseMiddleware<WireFaultMiddleware>();
        app.MapSimulator();
        return app;
    }
}
