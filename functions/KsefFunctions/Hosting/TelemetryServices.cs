using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Ksef.Client;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;

namespace KsefFunctions.Hosting;

/// <summary>Registers where traces and metrics go.</summary>
internal static class TelemetryServices
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(FlowTelemetry.Name, KsefTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(FlowTelemetry.Name, KsefTelemetry.Name))
            .UseFunctionsWorkerDefaults();

        // Without a connection string the exporter would stop the app at its start.
        if (!string.IsNullOrEmpty(configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"]))
        {
            telemetry.UseAzureMonitorExporter(exporter =>
            {
                exporter.Credential = new DefaultAzureCredential();

                // All or nothing of a file: left to itself the exporter keeps five traces a second.
                exporter.SamplingRatio = 1;
                exporter.TracesPerSecond = null;
            });
        }

        return services;
    }
}
