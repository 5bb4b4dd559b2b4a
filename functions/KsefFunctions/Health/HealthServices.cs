using KsefFunctions.Watch;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary>Registers what the health endpoint looks at.</summary>
internal static class HealthServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Three turns of the timer that writes each report.
    private static readonly TimeSpan SweepOverdue = TimeSpan.FromMinutes(35);
    private static readonly TimeSpan CertificatesOverdue = TimeSpan.FromHours(19);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<CurrentHealth>();
        services.AddHealthChecks()
            .AddCheck<StorageCheck>("storage", timeout: Patience)
            .AddCheck<IndexCheck>("index", HealthStatus.Degraded, tags: [], Patience)
            .AddCheck<LimitCheck>(WatchNames.Limits, HealthStatus.Degraded, tags: [], Patience)
            .AddCheck<KsefCheck>("ksef", HealthStatus.Degraded, tags: [], Patience)
            .AddWatch(WatchNames.Sweep, SweepOverdue)
            .AddWatch(WatchNames.Certificates, CertificatesOverdue);
        return services;
    }

    private static IHealthChecksBuilder AddWatch(this IHealthChecksBuilder builder, string name, TimeSpan overdueAfter)
    {
        builder.Services.AddKeyedSingleton(name, (provider, _) => ActivatorUtilities.CreateInstance<WatchCheck>(provider, name, overdueAfter));
        return builder.Add(new HealthCheckRegistration(
            name, provider => provider.GetRequiredKeyedService<WatchCheck>(name), HealthStatus.Degraded, tags: null, Patience));
    }
}
